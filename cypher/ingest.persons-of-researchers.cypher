// Persons whom ORCID alone knew, under its key, and whose iD is that of one of these researchers.
// $ids: ids of the researchers
// Columns: id, person, orcidRecord
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
WHERE r.orcid IS NOT NULL AND NOT id STARTS WITH 'orcid:'
MATCH (p:Researcher {id: 'orcid:' + r.orcid})
RETURN id, p.id AS person, p.orcidRecord AS orcidRecord
ORDER BY person, r.worksCount DESC, id
