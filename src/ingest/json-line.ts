import { isAscii, isUtf8 } from 'node:buffer';
import { describe, isObject, type JsonObject } from './openalex/fields.js';
import type { SourceLine } from './source-line.js';

/** The object that a line holds, or the reason why it holds none. */
export function parseObject({ text, problem }: Pick<SourceLine, 'text' | 'problem'>): JsonObject | string {
  if (problem !== undefined) return problem;
  if (typeof text !== 'string' && !isUtf8(text)) return 'not valid UTF-8';
  let value: unknown;
  try {
    value = JSON.parse(decode(text));
  } catch (error) {
    return `not JSON: ${(error as Error).message.slice(0, 150).toWellFormed()}`;
  }
  return isObject(value) ? value : `must be an object, found ${describe(value)}`;
}

/** Plain ASCII, the common case, is several times faster to turn into a string when it is known to be. */
const decode = (text: Buffer | string): string =>
  typeof text === 'string' ? text : text.toString(isAscii(text) ? 'latin1' : 'utf8');
