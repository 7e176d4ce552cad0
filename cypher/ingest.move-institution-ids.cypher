// Puts the id that stands for an institution in its place in the lists that works keep, each once.
// $rows: from, to (null where none does)
// Columns: none
UNWIND $rows AS row
MATCH (:Institution {id: row.from})<-[:PRODUCED_AT]-(w:Work)
SET w.institutionIds = CASE
  WHEN row.to IS NULL OR row.to IN w.institutionIds THEN
    CASE WHEN size(w.institutionIds) > 1 THEN [id IN w.institutionIds WHERE id <> row.from] END
  ELSE [id IN w.institutionIds | CASE id WHEN row.from THEN row.to ELSE id END]
END
