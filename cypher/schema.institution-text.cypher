// Finds institutions by name, accents folded.
// Columns: none
CREATE FULLTEXT INDEX institutionText IF NOT EXISTS FOR (n:Institution) ON EACH [n.name, n.otherNames]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } }
