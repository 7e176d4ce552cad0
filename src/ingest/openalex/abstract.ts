import { runningText } from '../clean-text.js';
import { FieldError, isObject, type JsonObject } from './fields.js';

const FIELD = 'abstract_inverted_index';
/** Far above any abstract: what is longer is no abstract, and an index can be short and stand for gigabytes. */
const MAX_LENGTH = 1_000_000;

/** The abstract that a work holds as an inverted index, as such an index in a string, or as text; null where it has none. */
export function readAbstract(work: JsonObject): string | null {
  const value = work[FIELD];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return runningText(textOf(value)) || null;
  if (!isObject(value)) throw new FieldError(FIELD, 'an object or text', value);
  return runningText(fromIndex(unwrapped(value))) || null;
}

function textOf(value: string): string {
  if (!value.startsWith('{"')) return value;
  try {
    return fromIndex(unwrapped(JSON.parse(value)));
  } catch {
    return value;
  }
}

/** The older shape has the index beside the number of its words. */
const unwrapped = (index: JsonObject): JsonObject => (isObject(index.InvertedIndex) ? index.InvertedIndex : index);

/** Puts the words in order. Gaps and huge positions cost nothing: only the words are kept. */
function fromIndex(index: JsonObject): string {
  let length = 0;
  const words: { readonly word: string; readonly position: number }[] = [];
  for (const [word, positions] of Object.entries(index)) {
    if (!Array.isArray(positions)) throw new FieldError(`${FIELD}[]`, 'an array', positions);
    for (const position of positions) {
      if (!Number.isInteger(position) || position < 0)
        throw new FieldError(`${FIELD}[][]`, 'a position from 0', position);
      length += word.length + 1;
      if (length > MAX_LENGTH) throw new FieldError(FIELD, `of at most ${MAX_LENGTH} characters`, index);
      words.push({ word, position });
    }
  }
  words.sort((a, b) => a.position - b.position);
  return words.map(({ word }) => word).join(' ');
}
