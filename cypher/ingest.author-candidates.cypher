// Researchers of given names, with what could show that an author of the same name is the same person: which of these names
// they wrote with, and which of arXiv's categories they write about. Of a name the first by id.
// $names: sort keys of names; $wanted: map of the same; $most: researchers of a name; $maxAuthors: larger works tell nothing
// Columns: id, name (sort key), orcid, coauthors (sort keys), categories (ids of topics)
// Not STARTS WITH: an index serves that, and while the graph is small the planner would read all categories for each.
UNWIND $names AS name
CALL (name) {
  MATCH (r:Researcher {sortName: name})
  RETURN r ORDER BY r.id LIMIT $most
}
RETURN r.id AS id, name, r.orcid AS orcid,
  COLLECT {
    MATCH (r)-[:AUTHORED]->(w:Work)<-[:AUTHORED]-(other:Researcher)
    WHERE w.authorCount <= $maxAuthors AND other <> r AND $wanted[other.sortName]
    RETURN DISTINCT other.sortName
  } AS coauthors,
  COLLECT {
    MATCH (r)-[:RESEARCHES]->(t:Topic)
    WHERE left(t.id, 6) = 'arxiv:'
    RETURN t.id
  } AS categories
