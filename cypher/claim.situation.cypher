// What decides about a claim of an account on a record.
// $account, $researcher: ids
// Columns: orcid (the record's iD), orcidAlone (whether only ORCID's own record brought it), owner (id of an account),
//   owned (id of the record that the account owns), open (the account's open claim on the record), pending (how many
//   claims of the account are pending)
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
