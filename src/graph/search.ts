import type { PageParams } from '../core/pagination.js';
import { NodeType } from './node.type.js';
import { exactName, namesWith } from './search-pattern.js';
import { fold } from './search-words.js';

/** What the search statement of a kind takes. */
export interface SearchParams extends PageParams {
  /** Lucene's query for all words in names or titles. */
  readonly names: string;
  /** For words that are not all in the name or title, but in it and the abstract or description together; else empty. */
  readonly texts: string;
  /** Java's regular expressions for an exact name, and for names that hold the words. */
  readonly exact: string;
  readonly words: string;
  /** The longest name that is compared with the text. */
  readonly longest: number;
  /** The node that the text identifies: it is listed before all others. */
  readonly located: string | null;
  readonly hits: number;
  readonly known: number;
}

/** The most characters of a search text. */
export const MAX_QUERY = 500;
/** The most text matches of each kind that are ranked. */
export const MAX_HITS = 2_000;
/** Where there are more matches than that, so many of the best known of the kind are looked at one by one. */
export const BEST_KNOWN = 2_000;
/** The most words of a text that count: with all fields of works they stay below the 1,024 clauses that Lucene takes. */
const MAX_WORDS = 150;

/** What the analyzer makes one word of at most: a run of letters that alphabets of words have, else any one character. */
const UNIT =
  /(?:(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]|[\p{M}0-9])+|[^\s\p{Cc}]/gu;
/** The last word of a text: letters and digits, with what the index's analyzer keeps inside a word. */
const LAST_WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’._·][\p{L}\p{N}\p{M}]+)*$/u;
const HAS_WORD = /[\p{L}\p{N}]/u;
/** Words that the index's analyzer leaves out. */
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/**
 * The text as a Lucene query: every word must occur, the last one also as the beginning of a word. Words are quoted, so
 * that the index's own analyzer takes them apart, and no text is ever read as Lucene's syntax. Empty where the text
 * holds no word. Of a longer text the first 150 words count, in Chinese or Thai the first 150 characters.
 */
export function toLucene(text: string): string {
  const words = beginningOf(text)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => HAS_WORD.test(word));
  const last = words.pop()?.replace(/(?:[^\p{L}\p{N}\p{M}]\p{M}*)+$/u, '');
  if (last === undefined) return '';
  const prefix = LAST_WORD.exec(last)?.[0] ?? '';
  const before = last.slice(0, last.length - prefix.length);
  const required = [...words, before].filter((word) => HAS_WORD.test(word)).map((word) => `+${quoted(word)}`);
  return prefix === '' ? required.join(' ') : [...required, lastWord(prefix)].join(' ');
}

/** A query that matches nothing. */
const NOTHING = '+x -x';

/** A filter's text as a Lucene query: null where nothing is asked; a text without a word matches nothing. */
export const filterQuery = (text: string | null | undefined): string | null =>
  text == null || text.trim() === '' ? null : toLucene(text) || NOTHING;

function beginningOf(text: string): string {
  const normal = text.normalize('NFKC');
  return normal.slice(0, [...normal.matchAll(UNIT)][MAX_WORDS]?.index);
}

const quoted = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`;

/** The analyzer does not see the beginning of a word, so accents are folded here as it would fold them. */
function lastWord(prefix: string): string {
  const folded = fold(prefix).replace(/[^\p{L}\p{N}\p{M}'’._·]/gu, '');
  // A whole stop word is in no index: required, it would hide "Vitamin A" from those who type it to the end.
  return `${STOP_WORDS.has(folded) ? '' : '+'}(${quoted(prefix)} ${folded}*)`;
}

/** What a text asks of the statements of all kinds; null where it holds no word. */
export function toSearch(text: string): Record<NodeType, Omit<SearchParams, keyof PageParams | 'located'>> | null {
  const query = toLucene(text);
  if (query === '') return null;
  // The whole text as one phrase comes first, so that the limit never cuts an exact name.
  const phrased = `${quoted(beginningOf(text))}^1000 (${query})`;
  const all = {
    exact: exactName(text),
    words: namesWith(text),
    longest: 2 * text.length + 10,
    hits: MAX_HITS,
    known: BEST_KNOWN,
  };
  const people = { ...all, names: phrased, texts: '' };
  return {
    RESEARCHER: people,
    INSTITUTION: people,
    TOPIC: { ...all, names: `name:(${phrased})`, texts: `+(${query}) -name:(${query})` },
    WORK: {
      ...all,
      names: `title:(${phrased}) titleText:(${phrased})`,
      texts: `+(${query}) -title:(${query}) -titleText:(${query})`,
    },
  };
}

/** What those statements return. */
export interface SearchRow {
  readonly id: string;
  readonly sortKey: readonly [rank: number, fame: number, id: string];
}

/** How well a node matches: an identifier before an exact name, before words of a name or title, before other texts. */
export const IDENTIFIED = 3;

/** The rank, and a fraction that grows with fame. */
export const scoreOf = ([rank, fame]: SearchRow['sortKey']): number =>
  Number((rank + 1 - 1 / (1 + Math.log10(1 + fame))).toFixed(6));

/** Best match first. */
export function compareMatches({ sortKey: a }: SearchRow, { sortKey: b }: SearchRow): number {
  return b[0] - a[0] || b[1] - a[1] || (a[2] < b[2] ? -1 : 1);
}

export const allTypes = Object.values(NodeType);
