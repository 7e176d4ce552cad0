// What the parts of a split record have in common with works that are about to arrive.
// $ids: the parts; $researchers, $topics, $institutions: maps of the ids that those works name
// Columns: id, researchers (coauthors among those), topics, institutions
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN id,
  COLLECT { MATCH (r)-[:COAUTHOR]-(other) WHERE $researchers[other.id] RETURN other.id } AS researchers,
  COLLECT { MATCH (r)-[:RESEARCHES]->(topic) WHERE $topics[topic.id] RETURN topic.id } AS topics,
  COLLECT { MATCH (r)-[:AFFILIATED]->(place) WHERE $institutions[place.id] RETURN place.id } AS institutions
