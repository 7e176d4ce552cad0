import { bibtex } from './bibtex.js';
import { toGexf } from './gexf.js';
import { toEdgesCsv, toNodesCsv } from './graph-csv.js';
import { toGraphml } from './graphml.js';
import { ris } from './ris.js';
import type { SliceFile } from './slice-file.js';
import { worksCsv } from './works-csv.js';
import type { WorksFormat } from './works-file.js';
import { worksJson } from './works-json.js';

/** A choice that a format offers: its values, the first of them the default. */
export type Choices = Readonly<Record<string, readonly [string, ...string[]]>>;

/** A format of a slice. */
export interface GraphFormat {
  readonly contentType: string;
  readonly choices: Choices;
  write(slice: SliceFile, chosen: Readonly<Record<string, string>>): string;
}

/** Formats of slices, by the ending of their files. */
export const graphFormats: ReadonlyMap<string, GraphFormat> = new Map<string, GraphFormat>([
  [
    'json',
    {
      contentType: 'application/json; charset=utf-8',
      choices: {},
      write: (slice) => `${JSON.stringify(slice)}\n`,
    },
  ],
  [
    'graphml',
    {
      contentType: 'application/graphml+xml; charset=utf-8',
      choices: { direction: ['directed', 'mixed'] },
      write: (slice, { direction }) => toGraphml(slice, { mixed: direction === 'mixed' }),
    },
  ],
  [
    'gexf',
    {
      contentType: 'application/gexf+xml; charset=utf-8',
      choices: { direction: ['mixed', 'directed'] },
      write: (slice, { direction }) => toGexf(slice, { mixed: direction === 'mixed' }),
    },
  ],
  [
    'csv',
    {
      contentType: 'text/csv; charset=utf-8; header=present',
      choices: { part: ['edges', 'nodes'] },
      write: (slice, { part }) => (part === 'nodes' ? toNodesCsv(slice) : toEdgesCsv(slice)),
    },
  ],
]);

/** Formats of lists of works, by the ending of their files. */
export const worksFormats: ReadonlyMap<string, WorksFormat> = new Map([
  ['bib', bibtex],
  ['ris', ris],
  ['csv', worksCsv],
  ['json', worksJson],
]);
