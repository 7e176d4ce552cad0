// How many coauthors each researcher has who pass the filter.
// $keys researcher ids, $minWorks, $since year or null
// Columns: key, value
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
RETURN key, COUNT {
  (r)-[e:COAUTHOR]-(:Researcher) WHERE e.works >= $minWorks AND ($since IS NULL OR e.lastYear >= $since)
} AS value
