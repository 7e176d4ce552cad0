// Finds works by the words of their title or abstract, accents folded.
// Columns: none
CREATE FULLTEXT INDEX workText IF NOT EXISTS FOR (n:Work) ON EACH [n.title, n.titleText, n.abstract, n.abstractText]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } }
