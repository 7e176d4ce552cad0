// Takes the name of somebody out of the audit log, and of what they decided as a moderator; what was done stays, under a key
// that tells nobody.
// $account: id; $nobody: what stands in the place of the name in decisions
// Columns: none
MATCH (e:AuditEntry)
USING INDEX SEEK e:AuditEntry(accountId, id)
WHERE e.accountId = $account AND e.id >= ''
REMOVE e.name
WITH e
WHERE e.action IN ['MERGE', 'SPLIT', 'UNDO_CURATION']
MATCH (c:Curation {id: e.subject})
FOREACH (_ IN CASE e.action WHEN 'UNDO_CURATION' THEN [] ELSE [1] END | SET c.by = $nobody)
FOREACH (_ IN CASE e.action WHEN 'UNDO_CURATION' THEN [1] ELSE [] END | SET c.undoneBy = $nobody)
