// Makes an invitation from the record that an account owns to another record that has an owner.
// $id; $account, $researcher: ids; $message; $now
// Columns: id (none where one of the two owns no record any more)
MATCH (a:Account {id: $account})-[:OWNS]->(f:Researcher)
MATCH (b:Account)-[:OWNS]->(t:Researcher {id: $researcher})
MERGE (i:Invitation {id: $id})
ON CREATE SET i.status = 'PENDING', i.message = $message, i.createdAt = $now,
  i.pendingPair = CASE WHEN a.id < b.id THEN a.id + ' ' + b.id ELSE b.id + ' ' + a.id END
MERGE (a)-[:SENT]->(i)
MERGE (b)-[:RECEIVED]->(i)
MERGE (i)-[:FROM]->(f)
MERGE (i)-[:TO]->(t)
RETURN i.id AS id
