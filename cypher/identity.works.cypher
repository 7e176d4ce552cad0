// The works of researchers as far as they tell whose they are: at most one more than are compared.
// $keys ids; $limit works of each; $maxAuthors: of larger works coauthors are left out
// Lists: coauthors of [id or null, name]
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher {id: key})-[own:AUTHORED]->(w:Work)
  WITH r, own, w ORDER BY w.id LIMIT $limit
  WITH own, w, CASE WHEN w.authorCount <= $maxAuthors THEN
    COLLECT { MATCH (w)<-[e:AUTHORED]-(other) WHERE other <> r RETURN [other.id, e.name, e.position] }
  END AS others
  RETURN w {
    .id, .title, .year, venue: w.source, .citationCount, printedName: own.name, .authorCount,
    title: coalesce(w.titleText, w.title),
    references: coalesce(w.references, []),
    coauthors: [one IN coalesce(others, []) | [one[0], one[1]]] +
      CASE WHEN others IS NULL THEN [] ELSE
        [place IN range(1, size(coalesce(w.byline, [])))
          WHERE place <> own.position AND NOT place IN [one IN others | one[2]] | [null, w.byline[place - 1]]]
      END,
    organisations: coalesce(own.institutionIds, []),
    topics: COLLECT { MATCH (w)-[:ABOUT]->(t) RETURN t {.id, .subfield, .field, .domain} }
  } AS value
}
RETURN key, value
