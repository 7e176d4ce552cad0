// Forgets that lists of merged ids were read: what is written now may name ids of theirs.
// Columns: none
MATCH (f:ImportedFile)
WHERE f.key STARTS WITH 'merged_ids/'
DELETE f
