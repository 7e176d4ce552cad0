// Topics by id.
// $keys ids
// Columns: key, value
UNWIND $keys AS key
MATCH (t:Topic {id: key})
RETURN key, t {
  __typename: 'Topic', .id, .updatedAt, .name, .description, .subfield, .field, .domain, .worksCount, .unknown, .sources
} AS value
