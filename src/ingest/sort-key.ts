import anyAscii from 'any-ascii';
import { plainText } from './plain-text.js';

/** Longest key: enough to tell titles apart, and short in an index. */
const LENGTH = 80;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * What a name or a title is sorted by: its letters and digits alone, in lower case and in ASCII (accents folded, other
 * scripts transliterated), so that every store puts two of them in one order. A text without any sorts last, as `~`.
 */
export function sortKey(text: string): string {
  return (
    foldedWords(plainText(text).slice(0, 4 * LENGTH))
      .slice(0, LENGTH)
      .trimEnd() || '~'
  );
}

/** The letters and digits of a plain text in lower case and in ASCII, words parted by one space; empty without any. */
export function foldedWords(plain: string): string {
  const letters = (ASCII.test(plain) ? plain : anyAscii(plain.toWellFormed())).toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, ' ').trim();
}
