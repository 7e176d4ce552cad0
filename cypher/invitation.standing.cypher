// How an account stands to researchers whom it may want to invite.
// $keys ids of researchers; $account: id
// Columns: key, value
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
OPTIONAL MATCH (a:Account {id: $account})
OPTIONAL MATCH (r)<-[:OWNS]-(owner:Account)
RETURN key, {
  name: r.name,
  own: owner IS NOT NULL AND owner = a,
  claimed: owner IS NOT NULL,
  open: coalesce(r.openToCollaborate, true),
  ownsRecord: EXISTS { (a)-[:OWNS]->(:Researcher) },
  sent: head(COLLECT {
    MATCH (a)-[:SENT]->(i:Invitation)<-[:RECEIVED]-(owner)
    WHERE i.status IN ['PENDING', 'ACCEPTED']
    RETURN [i.status, i.id, i.message] ORDER BY i.id DESC LIMIT 1
  }),
  received: head(COLLECT {
    MATCH (a)-[:RECEIVED]->(i:Invitation)<-[:SENT]-(owner)
    WHERE i.status IN ['PENDING', 'ACCEPTED']
    RETURN [i.status, i.id, i.message] ORDER BY i.id DESC LIMIT 1
  }),
  declinedAt: head(COLLECT {
    MATCH (a)-[:SENT]->(i:Invitation {status: 'DECLINED'})<-[:RECEIVED]-(owner)
    RETURN i.decidedAt ORDER BY i.decidedAt DESC LIMIT 1
  }),
  waiting: COUNT { (a)-[:SENT]->(:Invitation {status: 'PENDING'}) }
} AS value
