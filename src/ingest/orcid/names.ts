import { boundedList, isPublic, type RecordPart } from './record-part.js';

const MAX_NAMES = 1000;

/** The name of a person and all further ones, each once. */
export function readNames(person: RecordPart | null): { name: string | null; otherNames: string[] } {
  const stated = person?.child('name') ?? null;
  const parts = stated !== null && isPublic(stated) ? stated : null;
  const credit = parts?.text('credit-name') ?? null;
  const full =
    [parts?.text('given-names'), parts?.text('family-name')].filter((text) => text != null).join(' ') || null;
  const name = credit ?? full;
  const others = boundedList(person?.child('other-names')?.children('other-name') ?? [], MAX_NAMES, 'other names');
  const names = [full, ...others.filter(isPublic).map((other) => other.text('content'))];
  return { name, otherNames: [...new Set(names.filter((text) => text !== null))].filter((text) => text !== name) };
}
