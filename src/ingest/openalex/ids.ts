import { arxivIdIn } from '../../core/identifiers.js';
import type { RecordKind } from '../records.js';

const OPENALEX_ID = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:[a-z-]+\/)?)?([a-z])(\d{1,15})$/i;
const OWN_ID = /^demo:[a-z0-9][a-z0-9._-]{0,199}$/i;
/** Stands in OpenAlex for "no author". */
const NO_AUTHOR = 'A9999999999';

const LETTERS: Readonly<Record<RecordKind, string>> = { work: 'W', researcher: 'A', institution: 'I', topic: 'T' };
const KINDS: Readonly<Record<string, RecordKind>> = { W: 'work', A: 'researcher', I: 'institution', T: 'topic' };

/** What OpenAlex's other letters stand for. */
export const otherKinds: Readonly<Record<string, string>> = {
  C: 'a concept',
  F: 'a funder',
  G: 'an award',
  P: 'a publisher',
  S: 'a source',
  V: 'a venue',
};

/** A node key, and the kind where the id alone tells it. `letter` is OpenAlex's, null for ids of other forms. */
export interface RecordKey {
  readonly id: string;
  readonly letter: string | null;
  readonly kind: RecordKind | null;
}

/** Reads an id as a record gives its own; null where it is none. */
export function recordKey(text: string): RecordKey | null {
  const [, letter, digits] = OPENALEX_ID.exec(text) ?? [];
  if (letter !== undefined) {
    const upper = letter.toUpperCase();
    return { id: upper + digits, letter: upper, kind: KINDS[upper] ?? null };
  }
  if (OWN_ID.test(text)) return { id: text.toLowerCase(), letter: null, kind: null };
  const arxivId = /^arxiv:/i.test(text) ? arxivIdIn(text) : null;
  return arxivId === null ? null : { id: `arxiv:${arxivId}`, letter: null, kind: 'work' };
}

const PREFIX = 'https://openalex.org/';

function hasDigitsFrom(text: string, start: number): boolean {
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return text.length > start && text.length - start <= 15;
}

/** The node key that an id mentioned in a record stands for; null where it names nothing of that kind. */
export function nodeKey(text: string | null, kind: RecordKind): string | null {
  if (text === null) return null;
  // By far the most common form, met some seventy times in a work.
  if (text.startsWith(PREFIX) && text[PREFIX.length] === LETTERS[kind] && hasDigitsFrom(text, PREFIX.length + 1)) {
    const key = text.slice(PREFIX.length);
    return key === NO_AUTHOR ? null : key;
  }
  const key = recordKey(text);
  if (key === null || key.id === NO_AUTHOR) return null;
  return key.kind === kind || (key.kind === null && key.letter === null) ? key.id : null;
}
