// A page of researchers, by ascending id.
// $after: id before the page; $limit: size of the page
// Columns: id
MATCH (n:Researcher)
WHERE n.id > $after
RETURN n.id AS id
ORDER BY n.id
LIMIT $limit
