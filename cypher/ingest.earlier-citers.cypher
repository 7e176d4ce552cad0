// The works whose reference lists name works that are about to arrive: one look into the full-text index for all.
// Must run before the transaction writes works: the index would take in the transaction's own at every look.
// $query: the ids as quoted terms, at most 1024; $wanted: map of the same ids
// Columns: citing, sources, cited (those of the wanted ids that it names)
CALL db.index.fulltext.queryNodes('workReferences', $query) YIELD node AS w
WITH w, [id IN w.references WHERE $wanted[id]] AS cited
WHERE size(cited) > 0
RETURN w.id AS citing, w.sources AS sources, cited
