import { orcidKey, rorKey } from '../../core/identifiers.js';
import { compareCodePoints } from '../code-points.js';
import { STATED_SEPARATOR, type Statement } from '../records.js';
import { type JsonObject, readObject, readText } from './fields.js';

/** Gathers what one work says of others: of each the greatest statement, as `docs/graph-model.md` defines it. */
export class Statements {
  readonly #stated = new Map<string, string>();

  /** `date` is that of the work's record. */
  constructor(private readonly date: string | null) {}

  add(id: string, ...fields: readonly (string | null)[]): void {
    const stated = [this.date, ...fields].map((field) => field ?? '').join(STATED_SEPARATOR);
    const earlier = this.#stated.get(id);
    if (earlier === undefined || compareCodePoints(stated, earlier) > 0) this.#stated.set(id, stated);
  }

  all(): Statement[] {
    return [...this.#stated].map(([id, stated]) => ({ id, stated }));
  }
}

/** The fields of an author, an institution and a topic, in the order of their statements. */
export const authorFields = (author: JsonObject, printed: string | null, within: string) =>
  [readText(author, 'display_name', within) ?? printed, orcidKey(readText(author, 'orcid', within))] as const;

export const institutionFields = (institution: JsonObject, within: string) =>
  [
    readText(institution, 'display_name', within),
    rorKey(readText(institution, 'ror', within)),
    countryCode(readText(institution, 'country_code', within)),
    readText(institution, 'type', within),
  ] as const;

export const topicFields = (topic: JsonObject, within: string) =>
  [
    readText(topic, 'display_name', within),
    levelName(topic, 'subfield', within),
    levelName(topic, 'field', within),
    levelName(topic, 'domain', within),
  ] as const;

/** A two-letter country code in upper case; null where the text is none. */
export const countryCode = (text: string | null): string | null =>
  text !== null && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null;

/** The name of a topic's subfield, field or domain: an object with a name, or the name itself. */
export function levelName(topic: JsonObject, level: string, within = ''): string | null {
  if (typeof topic[level] === 'string') return readText(topic, level, within);
  const found = readObject(topic, level, within);
  return found === null ? null : readText(found, 'display_name', `${within}${level}.`);
}
