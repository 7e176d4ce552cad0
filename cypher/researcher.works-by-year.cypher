// How many works of each researcher appeared in each year, and their citations; years without works are left out.
// $keys researcher ids
// Columns: key, value
UNWIND $keys AS key
MATCH (:Researcher {id: key})-[:AUTHORED]->(w:Work)
WHERE w.year IS NOT NULL
WITH key, w.year AS year, count(w) AS works, sum(w.citationCount) AS citations
ORDER BY key, year
RETURN key, {year: year, works: works, citations: citations} AS value
