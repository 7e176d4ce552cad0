import type { NodeRecord } from './node.type.js';
import { wordsOf } from './search-words.js';

/** What a search text marks in other texts: its words, and the last one as a beginning. */
export interface Marker {
  readonly words: ReadonlySet<string>;
  readonly prefix: string | null;
}

/** A place to mark, and which of the search's words it is. */
interface Match {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** The most characters of a text that are shown, marks and ellipses not counted. */
const LENGTH = 200;
/** Of these, about so many before the first match where the text is cut. */
const BEFORE = 40;

/** The words of a search text. */
export function toMarker(text: string): Marker {
  const words = [...wordsOf(text.normalize('NFKC'))].map(({ folded }) => folded);
  return { words: new Set(words), prefix: words.at(-1) ?? null };
}

/** The fields of a node's record that search reads, as plain text, those of its name first. */
export function textsOf(record: NodeRecord): string[] {
  const { name, otherNames, titleText, abstractText, description } = record as NodeRecord &
    Partial<Record<string, unknown>>;
  return [name, ...((otherNames as string[] | null | undefined) ?? []), titleText, abstractText, description].filter(
    (text) => typeof text === 'string',
  );
}

/**
 * Of the text with the most different words of the search, the passage with most of them, each match between « and ».
 * Null where no text holds any. Takes time linear in the length of the texts, whatever they hold.
 */
export function highlight(marker: Marker, texts: readonly string[]): string | null {
  let best: { text: string; matches: Match[]; words: number } | null = null;
  for (const text of texts) {
    const matches = [...matchesIn(text, marker)];
    const words = new Set(matches.map(({ word }) => word)).size;
    if (words > (best?.words ?? 0)) best = { text, matches, words };
  }
  if (!best) return null;
  return marked(best.text, best.matches, best.text.length > LENGTH ? densest(best.matches) : 0);
}

function* matchesIn(text: string, { words, prefix }: Marker): Generator<Match> {
  for (const { start, end, folded } of wordsOf(text)) {
    if (words.has(folded)) yield { start, end, word: folded };
    else if (prefix !== null && folded.startsWith(prefix)) yield { start, end, word: prefix };
  }
}

/** Where the first passage begins that holds the most different words, then the most matches. */
function densest(matches: readonly Match[]): number {
  const inside = new Map<string, number>();
  let [best, words, count, end] = [0, 0, 0, 0];
  for (const [at, { start, word }] of matches.entries()) {
    for (; end < matches.length; end++) {
      const next = matches[end] as Match;
      if (end > at && next.end > start + LENGTH - BEFORE) break;
      inside.set(next.word, (inside.get(next.word) ?? 0) + 1);
    }
    if (inside.size > words || (inside.size === words && end - at > count))
      [best, words, count] = [at, inside.size, end - at];
    const left = (inside.get(word) ?? 0) - 1;
    if (left > 0) inside.set(word, left);
    else inside.delete(word);
  }
  return best;
}

function marked(text: string, matches: readonly Match[], anchor: number): string {
  const [from, to] = window(text, matches[anchor]?.start ?? 0);
  let [result, at] = [from > 0 ? '…' : '', from];
  for (const { start, end } of matches) {
    if (start < from) continue;
    if (start >= to) break;
    const stop = Math.min(end, to);
    // Matches that touch, as in Chinese, are one.
    if (start === at && result.endsWith('»')) result = result.slice(0, -1);
    else result += `${plain(text.slice(at, start))}«`;
    result += `${plain(text.slice(start, stop))}»`;
    at = stop;
  }
  return result + plain(text.slice(at, to)) + (to < text.length ? '…' : '');
}

/** The text's own guillemets would be taken for marks. */
const plain = (text: string): string => text.replaceAll('«', '“').replaceAll('»', '”');

/** The part of a text to show around a place, cut between words where there is a space near. */
function window(text: string, match: number): readonly [from: number, to: number] {
  if (text.length <= LENGTH) return [0, text.length];
  const earliest = Math.max(0, Math.min(match - BEFORE, text.length - LENGTH));
  const space = earliest === 0 ? -1 : text.slice(earliest, match).search(/\s/);
  const from = earliest === 0 ? 0 : whole(text, space === -1 ? earliest : earliest + space + 1);
  const latest = Math.min(text.length, from + LENGTH);
  const before = latest === text.length ? latest : text.lastIndexOf(' ', latest);
  return [from, whole(text, before > Math.max(match, latest - BEFORE) ? before : latest)];
}

/** The place itself, or the one before where it would cut a character in two. */
const whole = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);
