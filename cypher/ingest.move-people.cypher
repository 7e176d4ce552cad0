// Hands the accounts that follow or own a researcher to the one who stands for it, with what the owner said, where that one
// has no owner.
// $rows: from, to (researchers)
// Columns: none
UNWIND $rows AS row
MATCH (former:Researcher {id: row.from})
MATCH (kept:Researcher {id: row.to})
CALL (former, kept) {
  MATCH (former)<-[:FOLLOWS]-(a)
  MERGE (a)-[:FOLLOWS]->(kept)
}
CALL (former, kept) {
  WITH former, kept
  WHERE kept.claim IS NULL
  SET kept.claim = former.claim, kept.verified = former.verified, kept.headline = former.headline,
    kept.openToCollaborate = former.openToCollaborate
  WITH former, kept
  MATCH (former)<-[:OWNS]-(a)
  MERGE (a)-[:OWNS]->(kept)
}
