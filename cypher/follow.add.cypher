// Lets an account follow a researcher, once.
// $account, $researcher: ids; $now; $most: researchers that an account may follow
// Columns: followed (whether it does now), added (whether it did not before)
MATCH (a:Account {id: $account})
MATCH (r:Researcher {id: $researcher})
SET r.id = r.id
WITH a, r, EXISTS { (a)-[:FOLLOWS]->(r) } OR COUNT { (a)-[:FOLLOWS]->() } < $most AS may
CALL (a, r, may) {
  WITH a, r, may
  WHERE may
  MERGE (a)-[f:FOLLOWS]->(r)
  ON CREATE SET f.at = $now
  RETURN count(f) AS followed, max(f.at) AS at
}
RETURN followed > 0 AS followed, coalesce(at = $now, false) AS added
