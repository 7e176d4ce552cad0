// Finds the works that cite an id, also one that is not in the graph: docs/decisions/001-earlier-citers.md.
// Columns: none
CREATE FULLTEXT INDEX workReferences IF NOT EXISTS FOR (n:Work) ON EACH [n.references]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'keyword', `fulltext.eventually_consistent`: false } }
