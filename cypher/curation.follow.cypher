// Lets accounts follow a researcher, and those who should not any more leave it.
// $id: the researcher; $followers: ids of all accounts that follow it then, out of $accounts; other accounts are left alone
// Columns: none
MATCH (r:Researcher {id: $id})
CALL (r) {
  MATCH (r)<-[f:FOLLOWS]-(a)
  WHERE a.id IN $accounts AND NOT a.id IN $followers
  DELETE f
}
UNWIND $followers AS account
MATCH (a:Account {id: account})
MERGE (a)-[:FOLLOWS]->(r)
