// Makes a claim.
// $id; $account, $researcher: ids; $evidence: text or null; $now
// Columns: none
MATCH (a:Account {id: $account})
MATCH (r:Researcher {id: $researcher})
MERGE (c:Claim {id: $id})
ON CREATE SET c.state = 'PENDING', c.evidence = $evidence, c.createdAt = $now
MERGE (a)-[:MADE]->(c)
MERGE (c)-[:OF]->(r)
