// Gives a record back what people had to do with it before it became a part of another. Who follows the other no more, follows
// neither. A claim that the merge rejected waits again, unless who made it owns a record by now.
// $curation: the merge; $from, $to: the record that was kept, and the one that came back; $reason: of those rejections
// Columns: none
MATCH (d:Curation {id: $curation})
MATCH (kept:Researcher {id: $from})
MATCH (r:Researcher {id: $to})
CALL (d, kept, r) {
  MATCH (d)-[had:HAD_FOLLOWER]->(a)-[f:FOLLOWS]->(kept)
  MERGE (a)-[n:FOLLOWS]->(r)
  ON CREATE SET n.at = had.at
  WITH f, had
  WHERE NOT had.both
  DELETE f
}
CALL (d, kept, r) {
  MATCH (d)-[had:HAD_CLAIM]->(c)-[e:OF]->(kept)
  CREATE (c)-[:OF]->(r)
  DELETE e
  WITH c, had
  WHERE had.pending AND c.state = 'REJECTED' AND c.reason = $reason
    AND NOT EXISTS { (c)<-[:MADE]-(:Account)-[:OWNS]->() }
  SET c.state = 'PENDING'
  REMOVE c.reason, c.decidedAt
}
CALL (d, kept, r) {
  MATCH (d)-[:HAD_SENT]->(i)-[e:FROM]->(kept)
  CREATE (i)-[:FROM]->(r)
  DELETE e
}
CALL (d, kept, r) {
  MATCH (d)-[:HAD_RECEIVED]->(i)-[e:TO]->(kept)
  CREATE (i)-[:TO]->(r)
  DELETE e
}
WITH d
MATCH (d)-[had:HAD_FOLLOWER|HAD_CLAIM|HAD_SENT|HAD_RECEIVED]->()
DELETE had
