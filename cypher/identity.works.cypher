// The works of researchers as far as they tell whose they are: at most one more than are compared.
// $keys ids; $limit works of each; $maxAuthors: of larger works coauthors are left out
// Lists: id, title, year, venue, printed name, coauthors of [id or null, name], institutions, topics of [id, subfield, field,
// domain], references
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher {id: key})-[own:AUTHORED]->(w:Work)
  WITH r, own, w ORDER BY w.id LIMIT $limit
  WITH own, w, CASE WHEN w.authorCount <= $maxAuthors THEN
    COLLECT { MATCH (w)<-[e:AUTHORED]-(other) WHERE other <> r RETURN [other.id, e.name, e.position] }
  END AS others
  RETURN [
    w.id, coalesce(w.titleText, w.title), w.year, w.source, own.name,
    [one IN coalesce(others, []) | [one[0], one[1]]] +
      CASE WHEN others IS NULL THEN [] ELSE
        [place IN range(1, size(coalesce(w.byline, [])))
          WHERE place <> own.position AND NOT place IN [one IN others | one[2]] | [null, w.byline[place - 1]]]
      END,
    coalesce(own.institutionIds, []),
    COLLECT { MATCH (w)-[:ABOUT]->(t) RETURN [t.id, t.subfield, t.field, t.domain] },
    coalesce(w.references, [])
  ] AS value
}
RETURN key, value
