// Who claims works, by their DOI or arXiv id.
// $ids: ids of the works
// Columns: work, key (of the claim), researcher, orcidRecord
UNWIND $ids AS id
MATCH (w:Work {id: id})
UNWIND [w.doi, 'arxiv:' + w.arxivId] AS key
MATCH (c:ClaimedWork {key: key})<-[:CLAIMS]-(r:Researcher)
RETURN DISTINCT id AS work, key, r.id AS researcher, r.orcidRecord AS orcidRecord
