import { plainText } from '../ingest/plain-text.js';

/** A printed name in the parts that citations know. */
export type Name =
  | { readonly literal: string }
  | { readonly family: string; readonly given?: string; readonly suffix?: string };

const SUFFIX = /^(?:jr|sr|junior|senior)\.?$|^(?:II|III|IV)$/iu;
/** Names of groups, which have no family name. */
const GROUP =
  /\b(?:collaborations?|consortium|committee|commission|group|team|network|project|society|association|university|institute|department|foundation|initiative|laboratory|organi[sz]ation|federation|inc|ltd|llc|gmbh)\b|^the\s/iu;
/** Small words that belong to the family name behind them. */
const PARTICLE = /^\p{Ll}[\p{Ll}'’]*$/u;

/** The names of a byline that say something, without what joined them in print. */
export const printedNames = (byline: readonly string[]): readonly string[] =>
  byline.map((name) => name.replace(/^\s*(?:and\s+)?|(?:\s+and)?\s*$/giu, '')).filter((name) => name !== '');

/** Splits a name as printed: `Ada King`, `King, Ada`, `Ada van King Jr.`; what cannot be a person's stays whole. */
export function splitName(printed: string): Name {
  const name = plainText(printed).trim();
  const parts = name.split(/\s*,\s*/u);
  if (GROUP.test(name) || /\sand\s/iu.test(name) || parts.length > 3 || parts.some((part) => part === ''))
    return { literal: name };
  const [first = '', second, third] = parts;
  if (second === undefined) return splitWords(first.split(/\s+/u));
  if (third === undefined) {
    if (!SUFFIX.test(second)) return { family: first, given: second };
    return splitWords([...first.split(/\s+/u), second]);
  }
  if (SUFFIX.test(second)) return { family: first, given: third, suffix: second };
  return SUFFIX.test(third) ? { family: first, given: second, suffix: third } : { literal: name };
}

function splitWords(words: readonly string[]): Name {
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : undefined;
  const own = suffix === undefined ? words : words.slice(0, -1);
  let start = own.length - 1;
  while (start > 1 && PARTICLE.test(own[start - 1] ?? '')) start--;
  const family = own.slice(start).join(' ');
  const given = own.slice(0, start).join(' ');
  return { family, ...(given && { given }), ...(suffix && { suffix }) };
}
