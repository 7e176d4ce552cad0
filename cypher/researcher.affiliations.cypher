// Each researcher's affiliations: the present ones first, then the latest, then the longest, then by id.
// $keys researcher ids
// Columns: key, value
UNWIND $keys AS key
MATCH (:Researcher {id: key})-[e:AFFILIATED]->(i:Institution)
WITH key, e, i
ORDER BY key, e.current DESC, coalesce(e.toYear, 0) DESC, coalesce(e.fromYear, 9999), e.works DESC, i.id
RETURN key, {institutionId: i.id, fromYear: e.fromYear, toYear: e.toYear, current: e.current} AS value
