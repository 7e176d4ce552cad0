// Lets deeds of an account wait for one another; none where it did nothing yet.
// $account: id
// Columns: id
MATCH (a:Account {id: $account})
SET a.id = a.id
RETURN a.id AS id
