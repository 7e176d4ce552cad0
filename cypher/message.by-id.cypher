// Messages by id, for those whose conversation it is.
// $keys ids; $account: id
// Columns: key, value
UNWIND $keys AS key
MATCH (m:Message {id: key})-[:IN]->(i:Invitation)<-[:SENT|RECEIVED]-(:Account {id: $account})
MATCH (f:Researcher)<-[:FROM]-(i)-[:TO]->(t:Researcher)
RETURN key,
  // include message
  AS value
