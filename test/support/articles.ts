import { isRejectedArxiv } from '../../src/ingest/arxiv/arxiv-record.js';
import { normaliseArxiv } from '../../src/ingest/arxiv/normalise.js';
import type { ArticleRecord } from '../../src/ingest/records.js';

/** An article of arXiv's snapshot, said in short. */
export interface ArticleFacts {
  readonly id: string;
  /** `Given Family`, the family name being the last word. */
  readonly by?: readonly string[];
  readonly categories?: string;
  readonly doi?: string;
  readonly title?: string;
  readonly abstract?: string;
  readonly comments?: string;
  readonly year?: number;
  /** The day of the record. */
  readonly updated?: string;
}

/** The record of an article, read from a line as arXiv's snapshot has it. */
export function article({
  id,
  by = [],
  categories = 'cs.LG',
  year = 2020,
  updated,
  ...more
}: ArticleFacts): ArticleRecord {
  const line = {
    id,
    title: `Article ${id}`,
    authors: by.join(', '),
    authors_parsed: by.map((name) => {
      const words = name.split(' ');
      return [words.at(-1), words.slice(0, -1).join(' '), ''];
    }),
    categories,
    versions: [{ version: 'v1', created: `Mon, 6 Jan ${year} 10:00:00 GMT` }],
    update_date: updated ?? `${year}-02-01`,
    ...more,
  };
  const read = normaliseArxiv({ text: JSON.stringify(line) });
  if (isRejectedArxiv(read)) throw new Error(read.reason);
  return { kind: 'article', article: read };
}
