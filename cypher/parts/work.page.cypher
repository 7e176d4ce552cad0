// A page of works w in one of the orders: `up` ascends, `down` descends, the id ascends last of all.
// RANK: most cited first, then the newest; CITATIONS_ASC: the reverse; YEAR: the year, then citations, both in the direction
// asked. Works without a year come last among equals.
// $order, $after sort key of the last item seen or null, $limit
WITH w, w.id AS id,
  CASE $order
    WHEN 'RANK' THEN [-w.citationCount, -w.sortYear]
    WHEN 'CITATIONS_ASC' THEN [w.citationCount, CASE w.sortYear WHEN 0 THEN 10000 ELSE w.sortYear END]
    WHEN 'YEAR_DESC' THEN [-w.sortYear, -w.citationCount]
    WHEN 'YEAR_ASC' THEN [CASE w.sortYear WHEN 0 THEN 10000 ELSE w.sortYear END, w.citationCount]
    WHEN 'TITLE_ASC' THEN [w.sortTitle]
    ELSE []
  END AS up,
  CASE $order WHEN 'TITLE_DESC' THEN w.sortTitle ELSE '' END AS down
WHERE $after IS NULL OR up > $after[0]
  OR (up = $after[0] AND (down < $after[1] OR (down = $after[1] AND id > $after[2])))
RETURN id, [up, down, id] AS sortKey
ORDER BY up, down DESC, id
LIMIT $limit
