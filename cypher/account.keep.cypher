// Makes an account when it first does something, keeps what is shown of it up to date, and lets its deeds wait for one
// another.
// $account: id; $name, $orcid: as its token says, or null; $now
// Columns: none
MERGE (a:Account {id: $account})
ON CREATE SET a.createdAt = $now
SET a.name = $name, a.orcid = $orcid
