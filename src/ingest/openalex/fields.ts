import { oneLine } from '../clean-text.js';

/** An object as it came out of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A field has another type than its source promises: the record cannot be trusted and is rejected. */
export class FieldError extends Error {
  constructor(field: string, expected: string, found: unknown) {
    super(`${field} must be ${expected}, found ${describe(found)}`);
    this.name = 'FieldError';
  }
}

/** A value in few words, for the reason of a reject. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60).toWellFormed()}…` : shown;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/*
 * The readers below take an object, a key, and the words that name the object within its record (`authorships[].`).
 * Each gives null (or an empty list) where the key is absent or null, and throws FieldError on any other type.
 */

export function readString(object: JsonObject, key: string, within = ''): string | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new FieldError(within + key, 'text', value);
  return value;
}

/** Text on one line; null where nothing is left of it. */
export function readText(object: JsonObject, key: string, within = ''): string | null {
  const value = readString(object, key, within);
  return value === null ? null : oneLine(value) || null;
}

export function readInteger(object: JsonObject, key: string, min: number, max: number, within = ''): number | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  return checkInteger(value, min, max, within + key);
}

function checkInteger(value: unknown, min: number, max: number, field: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    throw new FieldError(field, `a whole number from ${min} to ${max}`, value);
  // Minus zero is written as 0 in JSON, but would not equal it when compared with what the database holds.
  return value === 0 ? 0 : value;
}

export function readNumber(object: JsonObject, key: string, within = ''): number | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new FieldError(within + key, 'a number', value);
  return value;
}

export function readBoolean(object: JsonObject, key: string, within = ''): boolean | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'boolean') throw new FieldError(within + key, 'true or false', value);
  return value;
}

export function readObject(object: JsonObject, key: string, within = ''): JsonObject | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  if (!isObject(value)) throw new FieldError(within + key, 'an object', value);
  return value;
}

function readArray(object: JsonObject, key: string, within: string): readonly unknown[] {
  const value = object[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new FieldError(within + key, 'an array', value);
  return value;
}

export function readObjects(object: JsonObject, key: string, within = ''): readonly JsonObject[] {
  return readArray(object, key, within).filter((entry): entry is JsonObject => {
    if (entry === null) return false;
    if (!isObject(entry)) throw new FieldError(`${within + key}[]`, 'an object', entry);
    return true;
  });
}

export function readStrings(object: JsonObject, key: string, within = ''): readonly string[] {
  return readArray(object, key, within).filter((entry): entry is string => {
    if (entry === null) return false;
    if (typeof entry !== 'string') throw new FieldError(`${within + key}[]`, 'text', entry);
    return true;
  });
}

export function readIntegers(object: JsonObject, key: string, min: number, max: number, within = ''): number[] {
  return readArray(object, key, within)
    .filter((entry) => entry !== null)
    .map((entry) => checkInteger(entry, min, max, `${within + key}[]`));
}
