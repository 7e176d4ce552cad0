// Removes the edges of works that are about to be written anew; citations have a statement of their own.
// $ids: ids of the works
// Columns: none
UNWIND $ids AS id
MATCH (w:Work {id: id})-[e:AUTHORED|ABOUT|PRODUCED_AT]-()
DELETE e
