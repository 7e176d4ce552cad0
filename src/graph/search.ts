import anyAscii from 'any-ascii';
import type { ListRow, PageParams } from '../core/pagination.js';
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

/** The last word of a text: letters and digits, with what the index's analyzer keeps inside a word. */
const LAST_WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’._·][\p{L}\p{N}\p{M}]+)*$/u;
const HAS_WORD = /[\p{L}\p{N}]/u;
const LATIN_WORD = /^[\p{Script=Latin}\p{M}0-9'’._·]+$/u;

/**
 * The text as a Lucene query: every word must occur, the last one also as the beginning of a word. Words are quoted, so
 * that the index's own analyzer takes them apart, and no text is ever read as Lucene's syntax. Empty where the text
 * holds no word.
 */
export function toLucene(text: string): string {
  const words = text
    .normalize('NFKC')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => HAS_WORD.test(word));
  const last = words.pop()?.replace(/(?:[^\p{L}\p{N}\p{M}]\p{M}*)+$/u, '');
  if (last === undefined) return '';
  const prefix = LAST_WORD.exec(last)?.[0] ?? '';
  const before = last.slice(0, last.length - prefix.length);
  const required = [...words, before].filter((word) => HAS_WORD.test(word)).map((word) => `+${quoted(word)}`);
  return prefix === '' ? required.join(' ') : [...required, `+(${quoted(prefix)} ${folded(prefix)}*)`].join(' ');
}

const quoted = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`;

/** The analyzer does not see the beginning of a word, so accents are folded here as it would fold them. */
const folded = (word: string): string =>
  (LATIN_WORD.test(word) ? anyAscii(word) : word).toLowerCase().replace(/[^\p{L}\p{N}\p{M}'’._·]/gu, '');
