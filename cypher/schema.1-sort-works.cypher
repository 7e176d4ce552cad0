// Gives the works of version 1 what they are sorted by: nearly what an import gives them, accents left as they are.
// Columns: none
MATCH (w:Work) WHERE w.sortTitle IS NULL
CALL (w) {
  SET w.sortYear = coalesce(w.year, 0), w.sortTitle = left(toLower(coalesce(w.titleText, w.title)), 80)
} IN TRANSACTIONS OF 10000 ROWS
