// The works that ORCID says researchers wrote.
// $ids: ids of the researchers
// Columns: researcher, work, doi
UNWIND $ids AS id
MATCH (r:Researcher {id: id})-[e:AUTHORED]->(w:Work)
WHERE 'orcid' IN split(e.sources, ' ')
RETURN id AS researcher, w.id AS work, w.doi AS doi
