// Institutions by id.
// params: $keys ids
// columns: key, value
UNWIND $keys AS key
MATCH (i:Institution {id: key})
RETURN key, i {
  __typename: 'Institution', .id, .updatedAt, .name, .ror, .country, .type, .homepage, .worksCount, .unknown
} AS value
