// Whether a topic t passes a filter: the one definition that lists and counts share. To be put after a WHERE.
// $set is one map (see parts/work.filter). A rule in it that is null is not given.
($set.subfield IS NULL OR t.subfield = $set.subfield)
AND ($set.field IS NULL OR t.field = $set.field)
AND ($set.domain IS NULL OR t.domain = $set.domain)
