// Finds researchers by name, accents folded.
// Columns: none
CREATE FULLTEXT INDEX researcherText IF NOT EXISTS FOR (n:Researcher) ON EACH [n.name, n.otherNames]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } }
