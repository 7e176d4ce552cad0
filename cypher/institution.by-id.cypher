// Institutions by id.
// $keys ids
// Columns: key, value
UNWIND $keys AS key
MATCH (i:Institution {id: key})
RETURN key, i {
  __typename: 'Institution', .id, .updatedAt, .name, .ror, .country, .type, .homepage, .worksCount, .unknown, .sources, .otherNames
} AS value
