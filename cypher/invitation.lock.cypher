// Lets invitations between two people wait for one another, and for what becomes of the record: both accounts in one order.
// $account: id of who invites; $researcher: id of whose owner is invited
// Columns: id
MATCH (r:Researcher {id: $researcher})
OPTIONAL MATCH (r)<-[:OWNS]-(b:Account)
UNWIND [$account, b.id] AS id
WITH DISTINCT id ORDER BY id
MATCH (a:Account {id: id})
SET a.id = a.id
RETURN a.id AS id
