import { foldedWords } from '../ingest/sort-key.js';
import { once } from './words.js';

/** A name taken apart: what it is compared by. */
export interface NameKey {
  /** Folded, given names first: `jose m garcia`. */
  readonly full: string;
  readonly given: string;
  readonly surname: string;
}

/** Reads `José M. García` and `García, José M.` alike; null where there is no letter. */
export function nameKey(name: string): NameKey | null {
  const comma = name.indexOf(',');
  const inOrder = comma > 0 ? `${name.slice(comma + 1)} ${name.slice(0, comma)}` : name;
  const full = foldedWords(inOrder);
  if (full === '') return null;
  const words = full.split(' ');
  return { full, given: words[0] as string, surname: words[words.length - 1] as string };
}

/** Reads the names of one record, each once. */
export const nameReader = (): ((name: string) => NameKey | null) => once(nameKey);

/** Whether a name says enough to tell coauthors of one record apart: a surname and at least an initial. */
export function isTelling({ full, surname }: NameKey): boolean {
  return full.includes(' ') && surname.length > 1;
}

/** What names in two spellings of one person share: the first letter of the given name, and the surname. */
export const familyOf = ({ given, surname }: NameKey): string => `${given[0]} ${surname}`;

/**
 * Names of a record that may be one person's in two spellings (`J. Smith` and `John Smith`, `John Smith` and `John A.
 * Smith`), by their full keys. Where two given names of the record fit one initial, the initial fits nobody.
 */
export function spellings(names: Iterable<NameKey>): Map<string, string[]> {
  const families = new Map<string, NameKey[]>();
  for (const name of names) {
    const family = familyOf(name);
    const known = families.get(family);
    if (known) known.push(name);
    else families.set(family, [name]);
  }
  const result = new Map<string, string[]>();
  for (const family of families.values()) {
    const givenNames = new Set(family.map(({ given }) => given).filter((given) => given.length > 1));
    if (family.length < 2 || givenNames.size > 1) continue;
    for (const { full } of family)
      result.set(
        full,
        family.map((other) => other.full).filter((other) => other !== full),
      );
  }
  return result;
}
