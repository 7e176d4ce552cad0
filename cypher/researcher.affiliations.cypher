// Each researcher's affiliations: the present ones first, then the latest, then the longest, then by id.
// $keys researcher ids
// Columns: key, institutionId, name, country, fromYear, toYear, current
UNWIND $keys AS key
MATCH (:Researcher {id: key})-[e:AFFILIATED]->(i:Institution)
WITH key, e, i
ORDER BY key, e.current DESC, coalesce(e.toYear, 0) DESC, coalesce(e.fromYear, 9999), e.works DESC, i.id
RETURN key, i.id AS institutionId, i.name AS name, i.country AS country, e.fromYear AS fromYear, e.toYear AS toYear,
  e.current AS current
