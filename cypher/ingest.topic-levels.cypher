// Where topics stand in the hierarchy of topics; those that are not in the graph are left out.
// $ids
// Columns: id, subfield, field, domain
UNWIND $ids AS id
MATCH (t:Topic {id: id})
RETURN t.id AS id, t.subfield AS subfield, t.field AS field, t.domain AS domain
