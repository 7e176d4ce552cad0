import { oneLine } from '../clean-text.js';
import { latexToText } from '../latex.js';
import type { ArxivAuthor } from './arxiv-record.js';

/** Words before a family name that belong to it. */
const PARTICLES = new Set(
  'van der de la von del della da mac ter dem di den ten du dos das al el zu zur af av le'.split(' '),
);
/** Of those, the ones that are also family or given names when they stand with a capital. */
const LOWER_ONLY = new Set('den ten du dos das zu zur af av le'.split(' '));
const SUFFIX = /^(?:jr|sr|jnr|snr|junior|senior|ii|iii|iv|2nd|3rd|4th)\.?$/i;
const ROMAN = /^i[iv]+$/i;
const GROUP =
  /^(?:for|on\s+behalf\s+of)\s+the\s|\b(?:collaborations?|consortium|consortia)\b|\S\s+(?:team|working\s+group|group|survey|project|network)s?$/i;

/** A name with its parts as a source gives them. */
export interface NameParts {
  readonly family: string;
  readonly given?: string | null;
  readonly suffix?: string | null;
  readonly orcid?: string | null;
  readonly affiliations?: readonly string[];
}

/** Text of a byline in Unicode, on one line; a tie is a space. */
export const bylineText = (text: string): string =>
  oneLine(latexToText(text.replace(/(?<!\\)~/g, ' '))).replace(/\s+([,;])/g, '$1');

/** Initials with a space after each, none before a hyphen: `A.O.` and `C. -P.` are `A. O.` and `C.-P.` */
const spaced = (name: string): string =>
  name
    .replace(/\.(?=\p{L})/gu, '. ')
    .replace(/\.\s+-(?=\p{L})/gu, '.-')
    .trim();

/** Whether a word, with others after it, belongs to the family name. */
const isParticle = (word: string): boolean => {
  const lower = word.toLowerCase();
  return PARTICLES.has(lower) && (word === lower || !LOWER_ONLY.has(lower));
};

export const isSuffix = (word: string): boolean => SUFFIX.test(word.trim());

/** What ends the name of a group and is no family name. */
const GROUP_WORD = /^(?:collaboration|consortium)$/i;

/** Whether a name is that of a collaboration. */
export const isGroup = (name: string): boolean => GROUP.test(name);

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** A name whose parts are known; what arXiv's own splitting is known to get wrong is mended. Null where it is empty. */
export function authorOf(parts: NameParts): ArxivAuthor | null {
  const whole = spaced(bylineText(parts.family));
  const affiliations = (parts.affiliations ?? []).map(bylineText).filter((text) => text !== '');
  const given = wordsOf(spaced(bylineText(parts.given ?? '')));
  if (given.length === 0 && isGroup(whole)) return groupOf(whole, affiliations);
  // arXiv parts groups as it parts people: `The BABAR` Collaboration.
  if (GROUP_WORD.test(whole)) return groupOf([...given, whole].join(' '), affiliations);

  const family = wordsOf(whole);
  let suffix = bylineText(parts.suffix ?? '') || null;
  const last = family.at(-1) ?? '';
  if (suffix === null && family.length > 1 && isSuffix(last)) suffix = family.pop() ?? null;
  // `El Shawish` is given as the family name Shawish.
  while (given.length > 1 && isParticle(given.at(-1) ?? '')) family.unshift(given.pop() ?? '');
  if (family.length === 0) family.push(...given.splice(-1));
  if (family.length === 0 || !/\p{L}/u.test(family.join(''))) return null;
  return {
    name: [...given, ...family, ...(suffix === null ? [] : [suffix])].join(' '),
    family: family.join(' '),
    given: given.join(' ') || null,
    suffix: suffix === null ? null : tidySuffix(suffix),
    orcid: parts.orcid ?? null,
    affiliations,
    collaboration: false,
  };
}

/** `Jr`, `JR.` and `Junior` are one suffix. */
function tidySuffix(suffix: string): string {
  if (ROMAN.test(suffix)) return suffix.toUpperCase();
  if (/^(?:jn?r|junior)\.?$/i.test(suffix)) return 'Jr.';
  return /^(?:sn?r|senior)\.?$/i.test(suffix) ? 'Sr.' : suffix;
}

function groupOf(text: string, affiliations: readonly string[]): ArxivAuthor {
  const name = text.replace(/^(?:for|on\s+behalf\s+of)\s+/i, '');
  return { name, family: name, given: null, suffix: null, orcid: null, affiliations, collaboration: true };
}

/** A name as it is printed, given names first: `Floris van der Tak`, `Neal J. Evans II`. */
export function printedAuthor(printed: string, affiliations: readonly string[] = []): ArxivAuthor | null {
  const text = spaced(bylineText(printed));
  if (isGroup(text)) return groupOf(text, affiliations.map(bylineText));
  const words = wordsOf(text);
  const suffix = words.length > 2 && isSuffix(words.at(-1) ?? '') ? (words.pop() ?? null) : null;
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start--;
  // A name may begin with its particle where no given name is printed.
  if (start === 1 && isParticle(words[0] ?? '') && words[0] === words[0]?.toLowerCase()) start = 0;
  return authorOf({
    family: words.slice(start).join(' '),
    given: words.slice(0, start).join(' '),
    suffix,
    affiliations,
  });
}

/** A name as catalogues write it: `Evans, Neal J., II`. A name without a comma has one part. */
export function catalogueAuthor(text: string): ArxivAuthor | null {
  const [family = '', given, suffix] = bylineText(text).split(/\s*,\s*/);
  return given !== undefined && isSuffix(given)
    ? authorOf({ family, given: suffix ?? null, suffix: given })
    : authorOf({ family, given: given ?? null, suffix: suffix ?? null });
}

const isLone = (author: ArxivAuthor | undefined): author is ArxivAuthor =>
  author !== undefined && author.given === null && !author.collaboration && /^[^\s.]+$/.test(author.name);

/**
 * Two lone words in a row, in a list of whole names, are one person with a comma too many: `Xiaodong, Zhang`. Lists of
 * nothing but lone words, and longer runs, are left as they are. `apart` says which neighbours are surely two.
 */
export function joinLoneNames(
  authors: readonly ArxivAuthor[],
  apart: (one: ArxivAuthor, other: ArxivAuthor) => boolean = () => false,
): ArxivAuthor[] {
  const joined: ArxivAuthor[] = [];
  for (let at = 0; at < authors.length; at++) {
    const [before, one, other, after] = [authors[at - 1], authors[at], authors[at + 1], authors[at + 2]];
    if (one === undefined) continue;
    const pair = isLone(one) && isLone(other) && !isLone(before) && !isLone(after) && authors.length > 2;
    if (!pair || apart(one, other)) joined.push(one);
    else {
      at++;
      joined.push({
        ...other,
        name: [one.name, other.name].join(' '),
        given: one.family,
        orcid: one.orcid ?? other.orcid,
        affiliations: [...new Set([...one.affiliations, ...other.affiliations])],
      });
    }
  }
  return joined;
}
