// Lists all works by title.
// Columns: none
CREATE INDEX workTitle IF NOT EXISTS FOR (n:Work) ON (n.sortTitle)
