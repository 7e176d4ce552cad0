import anyAscii from 'any-ascii';
import type { ListOrder, ListRow, PageParams } from '../core/pagination.js';
import type { NodeType } from './node.type.js';

/** What `graph.search` takes. */
export interface SearchParams extends PageParams {
  readonly lucene: string;
  readonly exact: string;
  readonly types: readonly NodeType[];
  readonly hits: number;
}

export interface SearchRow extends ListRow {
  readonly type: NodeType;
  readonly score: number;
}

/** The most characters of a search text. */
export const MAX_QUERY = 500;
/** The most matches of each kind that are ranked. */
export const MAX_HITS = 1_000;

export const byMatch: ListOrder = { list: 'search', keyTypes: ['number', 'number', 'string'] };

/**
 * The text as a Lucene query: every word must occur, the last one also as the beginning of a word. Only letters and
 * digits are kept, so that no text is ever read as Lucene's syntax; accents are folded, since the index's analyzer does
 * not fold the terms of a prefix query. Empty where the text holds no word.
 */
export function toLucene(text: string): string {
  const words = [...text.normalize('NFKC').matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)]
    .map(([word]) => foldAccents(word))
    .filter((word) => word !== '');
  const last = words.pop();
  if (last === undefined) return '';
  return [...words.map((word) => `+${word}`), `+(${last} ${last}*)`].join(' ');
}

const LATIN_WORD = /^[\p{Script=Latin}\p{M}0-9]+$/u;

/** Latin words lose their accents as in the index (Łukasz, lukasz); words of other scripts stay as they are. */
const foldAccents = (word: string): string =>
  (LATIN_WORD.test(word) ? anyAscii(word).replace(/[^a-z\d]/gi, '') : word).toLowerCase();
