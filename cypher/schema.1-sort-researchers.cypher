// Gives the researchers of version 1 what they are sorted by: nearly what an import gives them, accents left as they are.
// Columns: none
MATCH (r:Researcher) WHERE r.sortName IS NULL
CALL (r) {
  SET r.sortName = left(toLower(r.name), 80)
} IN TRANSACTIONS OF 10000 ROWS
