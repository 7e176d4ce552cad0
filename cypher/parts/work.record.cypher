// What there is to say of a work w, in the order of WORK_COLUMNS in src/work/listed-work.ts, and how long its lists are.
['Work', w.id, w.updatedAt, w.title, w.type, w.year, w.date, w.source, w.doi, w.arxivId,
w.openAccessUrl, w.abstract, w.citationCount, w.retracted, w.unknown, w.sources, coalesce(w.byline, []),
coalesce(w.institutionIds, []), coalesce(w.titleText, w.title), coalesce(w.abstractText, w.abstract),
COUNT { (w)<-[:AUTHORED]-() }, COUNT { (w)-[:CITES]->() }, COUNT { (w)<-[:CITES]-() }]
