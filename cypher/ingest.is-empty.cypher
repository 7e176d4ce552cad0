// Whether the graph holds no node of the four kinds.
// Columns: empty
RETURN NOT EXISTS { MATCH (:Work) } AND NOT EXISTS { MATCH (:Researcher) }
  AND NOT EXISTS { MATCH (:Institution) } AND NOT EXISTS { MATCH (:Topic) } AS empty
