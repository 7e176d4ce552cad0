import { backgroundOf, rarity } from './background.js';
import { isTelling, type NameKey, nameKey } from './names.js';
import type { Background, IdentityOptions, IdentityWork } from './record-works.js';
import { organisationKeys, titleWords, venueKey } from './words.js';

/** One work as the comparison sees it. */
export interface ComparedWork {
  readonly work: IdentityWork;
  /** Coauthors by what identifies them: `id:…` and the folded name. */
  readonly coauthors: readonly ComparedCoauthor[];
  /** Words of the title, each with its rarity. */
  readonly words: ReadonlyMap<string, number>;
  readonly organisations: ReadonlyMap<string, number>;
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
  const own = backgroundOf(sorted);
  const background = options.background ?? own;
  const works = sorted.map((work) => comparedWork(work, background));
  return {
    works,
    venueRarity: options.background
      ? (venue) => rarity(background.venues, background.works, venue) / Math.log(background.works + 1)
      : (venue) => TYPICAL_RARITY * (1 - (own.venues.get(venue) ?? 0) / (own.works + 1)),
    surnameShare: surnameShare(works),
    options,
  };
}

function comparedWork(work: IdentityWork, background: Background): ComparedWork {
  const keys = organisationKeys(work.organisations ?? []);
  return {
    work,
    words: weighed(titleWords(work.title), background.words, background.works),
    coauthors: comparedCoauthors(work),
    organisations: weighed(keys, background.organisations, background.worksWithOrganisation),
    venue: venueKey(work.venue),
  };
}

function comparedCoauthors({ coauthors = [] }: IdentityWork): ComparedCoauthor[] {
  const order = ({ name, printed }: ComparedCoauthor): string => `${name.full}\n${printed}`;
  return coauthors
    .flatMap(({ id, name: printed }) => {
      const name = nameKey(printed);
      return name === null ? [] : [{ id: id ?? null, name, printed }];
    })
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

function weighed(keys: readonly string[], counts: ReadonlyMap<string, number>, works: number): Map<string, number> {
  // What every work of a small sample has must not weigh nothing: two works with one word each would have none.
  return new Map(keys.map((key) => [key, Math.max(0.1, rarity(counts, works, key))]));
}

function surnameShare(works: readonly ComparedWork[]): number {
  const own = new Set(works.flatMap(({ work }) => nameKey(work.printedName ?? '')?.surname ?? []));
  if (own.size === 0) return Math.log(1 / ASSUMED_COAUTHORS);
  const names = new Map<string, NameKey>();
  for (const { coauthors } of works)
    if (coauthors.length <= LONGEST_BYLINE) for (const { name } of coauthors) names.set(name.full, name);
  let same = 0;
  for (const name of names.values()) if (isTelling(name) && own.has(name.surname)) same++;
  return Math.log((same + 1) / (names.size + ASSUMED_COAUTHORS));
}
