// An invitation of an account, which no other deed changes meanwhile.
// $id; $account: id
// Role is SENDER or RECIPIENT; other is the record at the other end; owns and otherOwns: whether the account and the other one
// still own the records in whose names they speak; lastMessage: the latest message where the account wrote it.
// Columns: status, role, other, name, owns, otherOwns, lastMessage (id, text, moment), messages
MATCH (a:Account {id: $account})-[e:SENT|RECEIVED]->(i:Invitation {id: $id})
SET i.id = i.id
WITH a, e, i
MATCH (f:Researcher)<-[:FROM]-(i)-[:TO]->(t:Researcher)
WITH a, i, CASE type(e) WHEN 'SENT' THEN 'SENDER' ELSE 'RECIPIENT' END AS role, f, t
WITH a, i, role, CASE role WHEN 'SENDER' THEN f ELSE t END AS own, CASE role WHEN 'SENDER' THEN t ELSE f END AS other
RETURN i.status AS status, role, other.id AS other, other.name AS name, EXISTS { (a)-[:OWNS]->(own) } AS owns,
  EXISTS { MATCH (i)<-[:SENT|RECEIVED]-(b:Account)-[:OWNS]->(other) WHERE b <> a } AS otherOwns,
  head(COLLECT {
    MATCH (i)<-[:IN]-(m:Message)
    WITH m ORDER BY m.id DESC LIMIT 1
    WHERE m.role = role
    RETURN [m.id, m.body, m.sentAt]
  }) AS lastMessage,
  COUNT { (i)<-[:IN]-(:Message) } AS messages
