// Topics by id.
// $keys ids
// Columns: key, __typename, id, updatedAt, name, description, subfield, field, domain, worksCount, unknown, sources
UNWIND $keys AS key
MATCH (t:Topic {id: key})
RETURN key, 'Topic' AS __typename, t.id AS id, t.updatedAt AS updatedAt, t.name AS name, t.description AS description,
  t.subfield AS subfield, t.field AS field, t.domain AS domain, t.worksCount AS worksCount, t.unknown AS unknown,
  t.sources AS sources
