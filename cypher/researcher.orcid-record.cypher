// What ORCID says of researchers, as it is kept: JSON.
// $keys ids
// Columns: key, value
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
WHERE r.orcidRecord IS NOT NULL
RETURN key, r.orcidRecord AS value
