// Whether an institution i passes a filter: the one definition that lists and counts share. To be put after a WHERE.
// A rule that is null is not given.
($country IS NULL OR i.country = $country)
AND ($type IS NULL OR i.type = $type)
