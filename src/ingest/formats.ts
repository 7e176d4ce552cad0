import { type ArxivRecord, isRejectedArxiv, type RejectedArxiv } from './arxiv/arxiv-record.js';
import { normaliseArxiv } from './arxiv/normalise.js';
import { readArxivXml } from './arxiv/read-xml.js';
import { readMergedIds } from './openalex/merged-ids.js';
import { normaliseOpenAlex, type RejectedLine } from './openalex/normalise.js';
import { normaliseOrcid } from './orcid/normalise.js';
import { isRejectedOrcid, type OrcidRecord, type RejectedOrcid } from './orcid/orcid-record.js';
import { readOrcidXml } from './orcid/read-xml.js';
import type { SourceName, SourceRecord } from './records.js';
import type { SourceLine } from './source-line.js';

/** What stands at a place of a file: a record, or why it is none. */
export interface ReadPlace {
  /** The line, or the place among the records of a document; from 1. */
  readonly line: number;
  readonly result: SourceRecord | RejectedLine;
}

/** How files of one source are read. Neither reader throws on what a file holds. */
export interface Format {
  readonly source: SourceName;
  /** The source's name as people write it. */
  readonly title: string;
  readonly readLine: (line: Pick<SourceLine, 'text' | 'problem'>) => SourceRecord | RejectedLine;
  /** Null where the source gives no XML. */
  readonly readXml: ((bytes: AsyncIterable<Buffer>) => AsyncIterable<readonly ReadPlace[]>) | null;
  /** Lists of ids that stand for others, as CSV; null where the source gives none. */
  readonly readCsv: ((bytes: AsyncIterable<Buffer>) => AsyncIterable<readonly ReadPlace[]>) | null;
}

const article = (result: ArxivRecord | RejectedArxiv): SourceRecord | RejectedLine =>
  isRejectedArxiv(result) ? { ...result, kind: 'work' } : { kind: 'article', article: result };

async function* articles(bytes: AsyncIterable<Buffer>): AsyncGenerator<ReadPlace[]> {
  for await (const batch of readArxivXml(bytes))
    yield batch.map(({ place, result }) => ({ line: place, result: article(result) }));
}

const person = (result: OrcidRecord | RejectedOrcid): SourceRecord | RejectedLine =>
  isRejectedOrcid(result) ? { ...result, kind: 'researcher' } : { kind: 'person', person: result };

async function* people(bytes: AsyncIterable<Buffer>): AsyncGenerator<ReadPlace[]> {
  for await (const batch of readOrcidXml(bytes))
    yield batch.map(({ place, result }) => ({ line: place, result: person(result) }));
}

/**
 * All formats that are read: a further source is one more here. In the order in which files of several sources are
 * imported: OpenAlex has ids for people and works, so that what arXiv and ORCID say finds them there and joins them,
 * instead of making records of its own that have to be mended later.
 */
export const formats: readonly Format[] = [
  { source: 'openalex', title: 'OpenAlex', readLine: normaliseOpenAlex, readXml: null, readCsv: readMergedIds },
  {
    source: 'arxiv',
    title: 'arXiv',
    readLine: (line) => article(normaliseArxiv(line)),
    readXml: articles,
    readCsv: null,
  },
  { source: 'orcid', title: 'ORCID', readLine: (line) => person(normaliseOrcid(line)), readXml: people, readCsv: null },
];
