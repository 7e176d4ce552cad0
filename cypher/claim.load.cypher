// A claim with its record and account, which no other deed changes meanwhile.
// $id
// Columns: state, researcher, account, owned (id of the record that the account owns), owner (account that owns the record)
MATCH (a:Account)-[:MADE]->(c:Claim {id: $id})-[:OF]->(r:Researcher)
SET c.id = c.id, r.id = r.id, a.id = a.id
WITH a, c, r
RETURN c.state AS state, r.id AS researcher, a.id AS account,
  head(COLLECT { MATCH (a)-[:OWNS]->(o:Researcher) RETURN o.id }) AS owned,
  head(COLLECT { MATCH (r)<-[:OWNS]-(o:Account) RETURN o.id }) AS owner
