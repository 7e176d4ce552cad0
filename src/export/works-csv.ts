import type { WorkRecord } from '../work/work.type.js';
import { type Cell, csvHeader, csvRows } from './csv.js';
import type { WorksFormat } from './works-file.js';

const COLUMNS = ['id', 'title', 'authors', 'year', 'date', 'type', 'source', 'doi', 'arxivId'].concat([
  'citationCount',
  'openAccessUrl',
  'retracted',
]);

const toRow = (work: WorkRecord): readonly Cell[] => [
  work.id,
  work.title,
  work.byline.join('; '),
  work.year,
  work.date,
  work.type,
  work.source,
  work.doi,
  work.arxivId,
  work.citationCount,
  work.openAccessUrl,
  work.retracted,
];

/** A table, one work a row. */
export const worksCsv: WorksFormat = {
  contentType: 'text/csv; charset=utf-8; header=present',
  create: () => ({ start: csvHeader(COLUMNS), write: (works) => csvRows(works.map(toRow)), end: '' }),
};
