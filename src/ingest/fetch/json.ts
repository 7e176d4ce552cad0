import { isObject, type JsonObject } from '../openalex/fields.js';
import { BadAnswer } from './failures.js';

/** Reads an answer that must be a JSON object; throws BadAnswer where it is none. */
export function jsonObject(body: Buffer): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw new BadAnswer('it is not JSON, or was cut');
  }
  if (!isObject(value)) throw new BadAnswer('it is no JSON object');
  return value;
}
