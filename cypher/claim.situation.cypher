// What decides about a claim of an account on a record.
// $account, $researcher: ids
// Of the record: its iD, whether only ORCID's own record brought that, its owner's account. Of the account: the record that
// it owns, its open claim on this record, how many of its claims are pending.
// Columns: orcid, orcidAlone, owner, owned, open, pending
MATCH (r:Researcher {id: $researcher})
MATCH (a:Account {id: $account})
RETURN r.orcid AS orcid,
  coalesce(r.orcidAdded, false) AND NOT r.id STARTS WITH 'orcid:' AS orcidAlone,
  head(COLLECT { MATCH (r)<-[:OWNS]-(o:Account) RETURN o.id }) AS owner,
  head(COLLECT { MATCH (a)-[:OWNS]->(o:Researcher) RETURN o.id }) AS owned,
  head(COLLECT {
    MATCH (a)-[:MADE]->(c:Claim)-[:OF]->(r)
    WHERE c.state IN ['PENDING', 'APPROVED']
    RETURN c.id ORDER BY c.id LIMIT 1
  }) AS open,
  COUNT { (a)-[:MADE]->(:Claim {state: 'PENDING'}) } AS pending
