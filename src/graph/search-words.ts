import anyAscii from 'any-ascii';

const ASCII = /^\p{ASCII}*$/u;
const LATIN_WORD = /^[\p{Script=Latin}\p{M}0-9'’._·]+$/u;

/**
 * Words as the index's analyzer finds them: runs of letters and digits with what it keeps inside a word, and each
 * Chinese or Japanese character of those scripts by itself.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}]|[\p{L}\p{N}](?:(?![\p{Script=Han}\p{Script=Hiragana}])[\p{L}\p{N}\p{M}]|['’._·](?=[\p{L}\p{N}]))*/gu;

/** A word and where it stands in its text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

export const isLatin = (word: string): boolean => LATIN_WORD.test(word);

/** The word in lower case, accents of Latin letters folded, as the index holds it. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const text = word.normalize('NFKC').replaceAll('’', "'");
  return (isLatin(text) ? anyAscii(text) : text).toLowerCase();
}

/** The words of a text in their order. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(WORD))
    yield { start: index, end: index + word.length, folded: fold(word) };
}
