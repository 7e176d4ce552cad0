// Researchers whose own records hold an ORCID iD, where what ORCID says of it is kept with another node: under the iD's
// own key, or with the one that this led to. One that holds the same iD by its own record keeps it.
// $ids: ids of the researchers
// Columns: id, orcid, holder, orcidRecord
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
WHERE r.orcid IS NOT NULL AND r.orcidAdded IS NULL
WITH id, r, 'orcid:' + r.orcid AS key
OPTIONAL MATCH (alone:Researcher {id: key})
OPTIONAL CALL (key) {
  MATCH (:FormerId {id: key})-[:BECAME]->{1,33}(end)
  MATCH (led:Researcher {id: end.id})
  RETURN led LIMIT 1
}
WITH id, r, coalesce(alone, led) AS holder
WHERE holder <> r AND holder.orcidRecord IS NOT NULL AND NOT (holder.orcid = r.orcid AND holder.orcidAdded IS NULL)
RETURN id, r.orcid AS orcid, holder.id AS holder, holder.orcidRecord AS orcidRecord
ORDER BY holder, r.worksCount DESC, id
