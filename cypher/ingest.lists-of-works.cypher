// The lists of other ids that works keep.
// $ids: ids of the works
// Columns: id, references, institutionIds (null where there are none)
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN id, w.references AS references, w.institutionIds AS institutionIds
