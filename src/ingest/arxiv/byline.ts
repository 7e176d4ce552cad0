import type { ArxivAuthor } from './arxiv-record.js';
import { readLegend } from './legend.js';
import { bylineText, isGroup, isSuffix, joinLoneNames, printedAuthor } from './names.js';

interface Piece {
  text: string;
  /** What stands in parentheses after the name. */
  notes: string[];
  /** Whether `and` joins it to the one before. */
  joined: boolean;
}

const OTHERS = /^(?:et\.?\s+al\b\.?|(?:and\s+)?others|\W*)$/i;

/** Reads a list of authors as it is printed: `A. Bee (1), C. Dee, Jr. and E. Eff ((1) Here)`. */
export function readByline(source: string): ArxivAuthor[] {
  const { pieces, legend } = cut(source);
  const keys = readLegend(legend);
  const authors: { author: ArxivAuthor; joined: boolean; own: boolean }[] = [];
  for (const { text, notes, joined } of mergeSuffixes(pieces)) {
    const groups = notes.filter((note) => isGroup(bylineText(note)));
    const affiliations = notes.filter((note) => !groups.includes(note)).flatMap((note) => resolve(note, keys));
    const author = OTHERS.test(text) ? null : printedAuthor(text, affiliations);
    if (author !== null) {
      // An affiliation after the last of several names that `and` joins is that of them all.
      for (let at = authors.length - 1, and = joined; and && affiliations.length > 0 && at >= 0; at--) {
        const before = authors[at];
        if (before === undefined || before.own) break;
        before.author = { ...before.author, affiliations: author.affiliations };
        and = before.joined;
      }
      authors.push({ author, joined, own: notes.length > 0 });
    }
    for (const note of groups) {
      const group = printedAuthor(note);
      if (group !== null) authors.push({ author: group, joined: false, own: true });
    }
  }
  const apart = new Set(authors.filter(({ joined }) => joined).map(({ author }) => author));
  return joinLoneNames(
    authors.map(({ author }) => author),
    (_, other) => apart.has(other),
  );
}

/** `Jr.` after a comma belongs to the name before it. */
function mergeSuffixes(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const before = merged.at(-1);
    if (before !== undefined && !piece.joined && isSuffix(piece.text)) {
      before.text += ` ${piece.text}`;
      before.notes.push(...piece.notes);
    } else merged.push({ ...piece });
  }
  return merged;
}

/** What a note says of where someone works; numbers stand for places of the legend. */
function resolve(note: string, keys: ReadonlyMap<string, string>): string[] {
  const signs = note.split(/\s*(?:,|;|&|\band\b|\s)\s*/).filter((sign) => sign !== '');
  if (signs.every((sign) => keys.has(sign))) return signs.map((sign) => keys.get(sign) ?? '');
  return signs.every((sign) => /^(?:\d{1,3}|[a-z]|[^\p{L}\p{N}]{1,3})$/u.test(sign)) ? [] : [note];
}

const AND = /and(?=[\s{\\])/iy;

/** Cuts a list at its commas and `and`s, outside of braces and parentheses. */
function cut(source: string): { pieces: Piece[]; legend: string } {
  const pieces: Piece[] = [];
  let piece: Piece = { text: '', notes: [], joined: false };
  const finish = (joined: boolean): void => {
    const [name = '', group] = behalf(piece.text.trim());
    piece.text = name.replace(/\s+et\.?\s+al\b\.?$/i, '');
    if (piece.text !== '' || piece.notes.length > 0) pieces.push(piece);
    if (group !== undefined) pieces.push({ text: group, notes: [], joined: false });
    // `, and` is an `and`.
    piece = { text: '', notes: [], joined };
  };
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    if (character === '\\') {
      piece.text += source.slice(at, at + 2);
      at += 2;
    } else if (character === '{' || character === '(') {
      const end = closing(source, at);
      const inner = source.slice(at + 1, end);
      if (character === '{') piece.text += `{${inner}}`;
      else if (piece.text.trim() === '' && pieces.length > 0) return { pieces, legend: source.slice(at) };
      else if (/^\s*\(|^\s*(?:\d{1,3}|\*+)[.:)]?\s+(?!and\b)\p{L}{3}/u.test(inner)) {
        finish(false);
        return { pieces, legend: source.slice(at + 1, end) };
      } else piece.notes.push(inner);
      at = end + 1;
    } else if (character === ',' || character === ';' || (character === ':' && isGroup(piece.text))) {
      finish(false);
      at++;
    } else if (/\s/.test(source.charAt(at - 1)) && isAnd(source, at)) {
      finish(true);
      at += character === '&' ? 1 : 3;
    } else {
      piece.text += character;
      at++;
    }
  }
  finish(false);
  return { pieces, legend: '' };
}

/** `A. Bee for the Big Collaboration`: the name, and the group it speaks for. */
function behalf(text: string): string[] {
  const at = /\s(?:for|on\s+behalf\s+of)\s/i.exec(text)?.index;
  return at === undefined || !isGroup(text) ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function isAnd(source: string, at: number): boolean {
  AND.lastIndex = at;
  return source.charAt(at) === '&' || AND.test(source);
}

/** Where a group that begins here ends; the end of the text where it is not closed. */
function closing(source: string, start: number): number {
  const open = source.charAt(start);
  const close = open === '{' ? '}' : ')';
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '\\') at++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return at;
  }
  return source.length;
}
