// Lets one import at a time write to the graph, so that none misses what another is about to commit. Others who only
// add version steps are not held up: the lock is a node of its own.
// Columns: none
MERGE (importLock:Meta {id: 'import'})
SET importLock.id = 'import'
