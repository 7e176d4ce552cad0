import { FieldError } from '../openalex/fields.js';

/** A part of a record. JSON and XML name the parts of a record alike, so that one translation reads both. */
export interface RecordPart {
  /** The text of a field on one line; null where it is absent or empty. Throws FieldError where it is no text. */
  text(name: string): string | null;
  /** The part of a name; null where it is absent. Throws FieldError where it has no parts. */
  child(name: string): RecordPart | null;
  /** All parts of a name, in their order. Throws FieldError where they are something else. */
  children(name: string): readonly RecordPart[];
}

/** More than any text that ORCID takes, in characters. */
const MAX_TEXT = 10_000;

/** Throws FieldError where a text is longer than a record's texts are. */
export function boundedText(text: string, field: string): string {
  if (text.length > MAX_TEXT) throw new FieldError(field, `at most ${MAX_TEXT} characters long`, text);
  return text;
}

/** Throws FieldError where a list is longer than `most`. */
export function boundedList<T>(list: readonly T[], most: number, field: string): readonly T[] {
  if (list.length > most) throw new FieldError(field, `at most ${most}`, list.length);
  return list;
}

/** Only what everybody may see is read. What says nothing of it is in a public record, and so public. */
export const isPublic = (part: RecordPart): boolean => (part.text('visibility') ?? 'public').toLowerCase() === 'public';
