// Finds topics by their words, accents folded.
// Columns: none
CREATE FULLTEXT INDEX topicText IF NOT EXISTS FOR (n:Topic) ON EACH [n.name, n.description]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } }
