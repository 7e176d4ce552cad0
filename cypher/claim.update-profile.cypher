// Keeps what the owner of a record says.
// $account: id; $profile: those of headline (null: none) and openToCollaborate that are to be set
// Columns: researcher (id), changed
MATCH (a:Account {id: $account})-[:OWNS]->(r:Researcher)
SET r.id = r.id
WITH r, [r.headline, coalesce(r.openToCollaborate, true)] AS before
SET r += $profile
RETURN r.id AS researcher,
  coalesce(before[0], '') <> coalesce(r.headline, '') OR before[1] <> coalesce(r.openToCollaborate, true) AS changed
