// Invitations by id, of those who sent or received them.
// $keys ids; $account: id
// Columns: key, value
UNWIND $keys AS key
MATCH (:Account {id: $account})-[:SENT|RECEIVED]->(i:Invitation {id: key})
MATCH (f:Researcher)<-[:FROM]-(i)-[:TO]->(t:Researcher)
RETURN key,
  // include invitation
  AS value
