import { compareCodePoints } from '../code-points.js';
import type { CountRow, PairsOfOne } from './statements.js';

/** What a work adds to derived figures. */
export interface Contribution {
  readonly researchers: readonly string[];
  readonly topics: readonly string[];
  readonly institutions: readonly string[];
  readonly authorCount: number;
  readonly year: number | null;
}

class PairCounts {
  readonly #counts = new Map<string, Map<string, number>>();

  add(from: string, to: string, works: number): void {
    const row = this.#counts.get(from) ?? new Map<string, number>();
    this.#counts.set(from, row.set(to, (row.get(to) ?? 0) + works));
  }

  /** Pairs whose count changes. */
  changes(): CountRow[] {
    return [...this.#counts].flatMap(([from, row]) =>
      [...row].flatMap(([to, works]) => (works === 0 ? [] : [{ from, to, works }])),
    );
  }

  /** All pairs, also those whose count stays. */
  pairs(): PairsOfOne[] {
    return [...this.#counts].map(([id, row]) => ({
      id,
      others: Object.fromEntries([...row.keys()].map((other) => [other, true as const])),
    }));
  }
}

/** Gathers which derived edges change when works come, change or go, and how the pure counts among them change. */
export class DerivedChanges {
  readonly researches = new PairCounts();
  readonly activeIn = new PairCounts();
  readonly partners = new PairCounts();
  /** Pairs of researchers to compute anew. */
  readonly coauthors = new PairCounts();
  /** Pairs of researchers whose edge may have lost a work. */
  readonly formerCoauthors = new PairCounts();

  constructor(private readonly maxAuthors: number) {}

  /** A work as it was, null where it is new, and as it is now. */
  replace(before: Contribution | null, after: Contribution): void {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const sameSize = before?.authorCount === after.authorCount;
    const stays = {
      // What a work adds to a pair of coauthors hangs on its year and the length of its byline.
      coauthors: common(sameSize && before.year === after.year ? before.researchers : [], after.researchers),
      partners: common(sameSize ? before.institutions : [], after.institutions),
      topics: common(before?.topics ?? [], after.topics),
      researchers: common(before?.researchers ?? [], after.researchers),
      institutions: common(before?.institutions ?? [], after.institutions),
    };
    if (before !== null) this.#count(before, -1, stays);
    this.#count(after, 1, stays);
  }

  /** Counts what a work adds, or takes away, but pairs that it supports before and after alike. */
  #count({ researchers, topics, institutions, authorCount }: Contribution, works: 1 | -1, stays: Staying): void {
    for (const topic of topics) {
      const stayers = stays.topics.has(topic);
      for (const researcher of researchers)
        if (!stayers || !stays.researchers.has(researcher)) this.researches.add(researcher, topic, works);
      for (const institution of institutions)
        if (!stayers || !stays.institutions.has(institution)) this.activeIn.add(institution, topic, works);
    }
    if (authorCount > this.maxAuthors) return;
    forEachPair(institutions, stays.partners, (one, other) => this.partners.add(one, other, works));
    forEachPair(researchers, stays.coauthors, (one, other) => {
      this.coauthors.add(one, other, works);
      if (works < 0) this.formerCoauthors.add(one, other, works);
    });
  }
}

/** Ids that a work has before and after, by what they count for. */
type Staying = Readonly<
  Record<'coauthors' | 'partners' | 'topics' | 'researchers' | 'institutions', ReadonlySet<string>>
>;

const common = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const known = new Set(before);
  return new Set(after.filter((id) => known.has(id)));
};

/** Calls back with every two of them, the lower id first, but those that both stay. */
function forEachPair(
  ids: readonly string[],
  stays: ReadonlySet<string>,
  visit: (lower: string, higher: string) => void,
): void {
  const ordered = [...ids].sort(compareCodePoints);
  ordered.forEach((lower, place) => {
    for (let next = place + 1; next < ordered.length; next++) {
      const higher = ordered[next] as string;
      if (!stays.has(lower) || !stays.has(higher)) visit(lower, higher);
    }
  });
}
