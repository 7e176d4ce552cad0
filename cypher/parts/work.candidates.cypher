// The works w of a list before its filter, each once: in $set, what `text` matches where one is given, else those of the
// nodes `startIds`, else those of the node `key`. Works are joined to each kind of node by one type of edge; `of` REFERENCES
// or CITED_BY says which of two works cites the other.
UNWIND CASE WHEN $set.text IS NULL THEN coalesce($set.startIds, [key]) ELSE [] END AS startId
MATCH (start:Researcher|Topic|Institution|Work {id: startId})-[e:AUTHORED|ABOUT|PRODUCED_AT|CITES]-(w:Work)
WHERE ($set.of <> 'REFERENCES' OR endNode(e) = w) AND ($set.of <> 'CITED_BY' OR startNode(e) = w)
RETURN DISTINCT w
UNION ALL
UNWIND CASE WHEN $set.text IS NULL THEN [] ELSE [$set.text] END AS words
CALL db.index.fulltext.queryNodes('workText', words) YIELD node AS w
RETURN w
