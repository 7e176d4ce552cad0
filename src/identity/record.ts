import { countKeys, rarity } from './background.js';
import { isTelling, type NameKey, nameReader } from './names.js';
import type { Background, IdentityOptions, IdentityWork } from './record-works.js';
import { type WorkKeys, workKeys } from './words.js';

/** One work as the comparison sees it. */
export interface ComparedWork {
  readonly work: IdentityWork;
  /** Coauthors by what identifies them: `id:…` and the folded name. */
  readonly coauthors: readonly ComparedCoauthor[];
  /** Telling words of the title, each once. */
  readonly words: readonly string[];
  readonly organisations: readonly string[];
  readonly venue: string | null;
}

export interface ComparedCoauthor {
  readonly id: string | null;
  readonly name: NameKey;
  readonly printed: string;
}

/** A record in an order of its own, so that nothing depends on the order in which works came. */
export interface ComparedRecord {
  readonly works: readonly ComparedWork[];
  /** How rare a word of a title or of an organisation is: {@link rarity}, and never nothing. */
  readonly wordRarity: (word: string) => number;
  readonly organisationRarity: (key: string) => number;
  /** 0 (everyone publishes there) to 1: how much a shared venue says. */
  readonly venueRarity: (venue: string) => number;
  /** Share of coauthors with the surname of the record's person, as a logarithm: a sign of a common surname. */
  readonly surnameShare: number;
  readonly options: IdentityOptions;
}

/** Longer bylines say little of who knows whom: one coauthor shared on two of them joins nothing. */
export const LONGEST_BYLINE = 100;

/** What a shared venue counts where nothing is known beyond the record: a typical one of the development set. */
const TYPICAL_RARITY = 0.6;
/** Coauthors that are assumed beside those seen, one of them of the same surname: a short record says little. */
const ASSUMED_COAUTHORS = 100;

/** Works in the order of their ids, each id once, with what they are compared by. */
export function compareRecord(given: readonly IdentityWork[], options: IdentityOptions): ComparedRecord {
  const byId = new Map<string, IdentityWork>();
  for (const work of given) {
    const known = byId.get(work.id);
    if (!known || JSON.stringify(work) < JSON.stringify(known)) byId.set(work.id, work);
  }
  const sorted = [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const keys = sorted.map(workKeys());
  const own = options.background ? null : countKeys(keys);
  const background = options.background ?? (own as Background);
  const readName = nameReader();
  const works = sorted.map((work, place) => ({
    ...(keys[place] as WorkKeys),
    work,
    coauthors: comparedCoauthors(work, readName),
  }));
  return {
    works,
    wordRarity: (word) => leastRarity(background.words, background.works, word),
    organisationRarity: (key) => leastRarity(background.organisations, background.worksWithOrganisation, key),
    venueRarity: own
      ? (venue) => TYPICAL_RARITY * (1 - (own.venues.get(venue) ?? 0) / (own.works + 1))
      : (venue) => rarity(background.venues, background.works, venue) / Math.log(background.works + 1),
    surnameShare: surnameShare(works, readName),
    options,
  };
}

function comparedCoauthors(
  { coauthors = [] }: IdentityWork,
  readName: (printed: string) => NameKey | null,
): ComparedCoauthor[] {
  const compared: ComparedCoauthor[] = [];
  for (const { id, name: printed } of coauthors) {
    const name = readName(printed);
    if (name !== null) compared.push({ id: id ?? null, name, printed });
  }
  return compared.sort((one, other) => {
    const [left, right] = [one.name.full, other.name.full];
    return left < right || (left === right && one.printed < other.printed) ? -1 : 1;
  });
}

/** What every work of a small sample has must not weigh nothing: two works with one word each would have none. */
function leastRarity(counts: ReadonlyMap<string, number>, works: number, key: string): number {
  return Math.max(0.1, rarity(counts, works, key));
}

function surnameShare(works: readonly ComparedWork[], readName: (printed: string) => NameKey | null): number {
  const own = new Set(works.flatMap(({ work }) => readName(work.printedName ?? '')?.surname ?? []));
  if (own.size === 0) return Math.log(1 / ASSUMED_COAUTHORS);
  const names = new Map<string, NameKey>();
  for (const { coauthors } of works)
    if (coauthors.length <= LONGEST_BYLINE) for (const { name } of coauthors) names.set(name.full, name);
  let same = 0;
  for (const name of names.values()) if (isTelling(name) && own.has(name.surname)) same++;
  return Math.log((same + 1) / (names.size + ASSUMED_COAUTHORS));
}
