// Makes an account the owner of a record. Other claims on it that are pending are rejected.
// $id: the claim that was approved; $account, $researcher: ids; $reason: for the others; $now
// Columns: rejected (ids of the others)
MATCH (a:Account {id: $account})
MATCH (r:Researcher {id: $researcher})
MERGE (a)-[o:OWNS]->(r)
ON CREATE SET o.createdAt = $now, o.account = a.id, o.researcher = r.id
WITH r
MATCH (r)<-[:OF]-(other:Claim {state: 'PENDING'})
WHERE other.id <> $id
SET other.state = 'REJECTED', other.reason = $reason, other.decidedAt = $now
RETURN other.id AS rejected
