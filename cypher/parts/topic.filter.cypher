// Whether a topic t passes a filter: the one definition that lists and counts share. To be put after a WHERE.
// A rule that is null is not given.
($subfield IS NULL OR t.subfield = $subfield)
AND ($field IS NULL OR t.field = $field)
AND ($domain IS NULL OR t.domain = $domain)
