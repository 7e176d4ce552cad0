// A page of researchers who pass a filter, in any order; what the list starts from is read whole and sorted.
// $keys one name for the list; $set who (see parts/researcher.candidates and researcher.filter); $order; $limit, $after sort
// key of the last item seen or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include researcher.candidates
  }
  WITH r
  WHERE
    // include researcher.filter
  WITH r.id AS id,
    CASE $order
      WHEN 'WORKS_DESC' THEN [-r.worksCount]
      WHEN 'WORKS_ASC' THEN [r.worksCount]
      WHEN 'CITATIONS_DESC' THEN [-r.citationCount]
      WHEN 'CITATIONS_ASC' THEN [r.citationCount]
      WHEN 'NAME_ASC' THEN [r.sortName]
      ELSE []
    END AS up,
    CASE $order WHEN 'NAME_DESC' THEN r.sortName ELSE '' END AS down
  WHERE $after IS NULL OR up > $after[0]
    OR (up = $after[0] AND (down < $after[1] OR (down = $after[1] AND id > $after[2])))
  RETURN id, [up, down, id] AS sortKey
  ORDER BY up, down DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value
