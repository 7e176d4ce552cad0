// Names of the constraints and indexes that are there; the index of a constraint bears its name.
// Columns: name
SHOW INDEXES YIELD name
RETURN name
