import { fold, isLatin } from './search-words.js';

/** Lower-case Latin letters that are no letter of ASCII with accents, by what they fold to: `l` for ł, `ss` for ß. */
const lettersOf = new Map<string, string>();
for (let code = 0xdf; code <= 0x24f; code++) {
  const letter = String.fromCharCode(code);
  const folded = fold(letter);
  if (letter.normalize('NFKD') === letter && letter.toLowerCase() === letter && /^[a-z]{1,2}$/.test(folded))
    lettersOf.set(folded, (lettersOf.get(folded) ?? '') + letter);
}

const PUNCTUATION = '[^\\p{L}\\p{N}\\p{M}]';
const words = (text: string): string[] => text.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

/** A letter with any accents; every step is decided by the next character, so that matching takes linear time. */
function accented(letter: string): string {
  const others = lettersOf.get(letter);
  return `${others ? `[${letter}${others}]` : letter}\\p{M}*`;
}

/** Matches the word, where it is Latin with any accents. */
function pattern(word: string): string {
  if (!isLatin(word)) return word.toLowerCase().normalize('NFKD');
  const folded = fold(word).replace(/[^a-z0-9]/g, '');
  let result = '';
  for (let at = 0; at < folded.length; at++) {
    const pair = folded.slice(at, at + 2);
    const letters = lettersOf.get(pair);
    if (letters && pair.length === 2) {
      result += `(?:${accented(pair.charAt(0))}${accented(pair.charAt(1))}|[${letters}]\\p{M}*)`;
      at++;
    } else result += accented(folded.charAt(at));
  }
  return result;
}

/**
 * A regular expression of Java for names that have the text's letters and digits, whatever their accents and
 * punctuation. Names are compared decomposed (NFKD) and in lower case, which keeps the expression short: Neo4j compiles
 * it for every row.
 */
export function exactName(text: string): string {
  const parts = words(text).map(pattern);
  return `${PUNCTUATION}*${parts.join(`${PUNCTUATION}+`)}${PUNCTUATION}*`;
}

/** The same for names that hold every word of the text, the last one also as the beginning of a word. */
export function namesWith(text: string): string {
  const parts = words(text).map(pattern);
  const last = parts.length - 1;
  const found = (word: string, at: number) =>
    `(?=(?:.*${PUNCTUATION})?${word}${at === last ? '' : `(?:${PUNCTUATION}|$)`})`;
  return `(?s)${parts.map(found).join('')}.*`;
}
