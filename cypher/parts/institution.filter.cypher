// Whether an institution i passes a filter: the one definition that lists and counts share. To be put after a WHERE.
// $set is one map (see parts/work.filter). A rule in it that is null is not given.
($set.country IS NULL OR i.country = $set.country)
AND ($set.type IS NULL OR i.type = $set.type)
