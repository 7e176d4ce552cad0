// Institutions by id.
// $keys ids
// Columns: key, __typename, id, updatedAt, name, ror, country, type, homepage, worksCount, unknown, sources, otherNames
UNWIND $keys AS key
MATCH (i:Institution {id: key})
RETURN key, 'Institution' AS __typename, i.id AS id, i.updatedAt AS updatedAt, i.name AS name, i.ror AS ror,
  i.country AS country, i.type AS type, i.homepage AS homepage, i.worksCount AS worksCount, i.unknown AS unknown,
  i.sources AS sources, i.otherNames AS otherNames
