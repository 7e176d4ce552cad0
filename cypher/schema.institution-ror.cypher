// Finds an institution by ROR id.
// Columns: none
CREATE INDEX institutionRor IF NOT EXISTS FOR (n:Institution) ON (n.ror)
