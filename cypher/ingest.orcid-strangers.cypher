// Researchers who hold what ORCID says of another iD than their own records give.
// $ids: ids of the researchers
// Columns: id, orcid, orcidRecord
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
WHERE r.orcid IS NOT NULL AND r.orcidAdded IS NULL AND r.orcidRecord IS NOT NULL
RETURN id, r.orcid AS orcid, r.orcidRecord AS orcidRecord
