import { createHash } from 'node:crypto';
import anyAscii from 'any-ascii';
import type { WorkRecord } from '../work/work.type.js';
import { printedNames, splitName } from './names.js';

const SMALL_WORDS = new Set('a an and at by for from in of on or the to with'.split(' '));
const MOST_LETTERS = 30;

const letters = (text: string): string =>
  anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
const words = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).map(letters);

/**
 * The key that a work is cited by: `zhang2020why_k3f9`, from the first author, the year, the first word of the title
 * and the id. It depends on nothing but the work itself, so that a text that cites by it never comes to cite another.
 */
export function citationKey({ id, byline, year, titleText }: WorkRecord): string {
  const [first] = printedNames(byline);
  const name = first === undefined ? null : splitName(first);
  const author = name === null ? '' : letters('family' in name ? name.family : name.literal);
  const word = words(titleText).find((candidate) => candidate !== '' && !SMALL_WORDS.has(candidate)) ?? '';
  const start = `${author.slice(0, MOST_LETTERS) || 'anonymous'}${year ?? ''}${word.slice(0, MOST_LETTERS)}`;
  return `${start}_${fingerprint(id)}`;
}

/** Four letters and digits that tell works of one author, year and word apart. */
const fingerprint = (id: string): string =>
  createHash('sha256').update(id).digest().readUInt32BE().toString(36).padStart(7, '0').slice(-4);
