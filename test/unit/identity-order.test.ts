import fc from 'fast-check';
import { backgroundOf } from '../../src/identity/background.js';
import { identityOf } from '../../src/identity/identity.js';
import type { IdentityWork } from '../../src/identity/record-works.js';

const some = <T>(values: readonly T[], most: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Works of a few people, topics and words, so that many share something and many scores are equal. */
const work: fc.Arbitrary<IdentityWork> = fc.record({
  id: fc.integer({ min: 1, max: 99 }).map((number) => `W${number}`),
  title: maybe(some(['graph', 'protein', 'abbey', 'gradient', 'spin', 'the'], 4).map((words) => words.join(' '))),
  year: maybe(fc.integer({ min: 1990, max: 2020 })),
  venue: maybe(fc.constantFrom('Nature', 'Cell', 'arXiv')),
  printedName: maybe(fc.constantFrom('Ana Sá', 'A. Sá')),
  coauthors: some(['J. Smith', 'John Smith', 'Li Wei', 'Wei, Li', 'Ólafur Jónsson', 'Müller'], 3).map((names) =>
    names.map((name) => ({ name })),
  ),
  organisations: some(['MIT', 'Univ. of Lund, Sweden', 'ETH Zürich'], 2).map((names) =>
    names.map((name) => ({ id: null, name })),
  ),
  topics: some(['T1', 'T2', 'T3'], 2),
  fields: some(['F1', 'F2'], 1),
  references: some(['W1', 'W2', 'R1', 'R2', 'R3'], 4),
});
const record = fc.array(work, { minLength: 1, maxLength: 25 });

/** The same work, with all that has no order of its own the other way round. */
const turned = (given: IdentityWork): IdentityWork => ({
  ...given,
  coauthors: [...(given.coauthors ?? [])].reverse(),
  organisations: [...(given.organisations ?? [])].reverse(),
  topics: [...(given.topics ?? [])].reverse(),
  references: [...(given.references ?? [])].reverse(),
});

describe('whatever the record', () => {
  test('the answer is the same in whatever order works, coauthors, topics and references come', () => {
    const shuffled = fc
      .uniqueArray(work, { selector: ({ id }) => id, minLength: 1, maxLength: 25 })
      .chain((works) => fc.tuple(fc.constant(works), fc.shuffledSubarray(works, { minLength: works.length })));
    fc.assert(
      fc.property(shuffled, ([works, others]) => {
        expect(identityOf(others.map(turned))).toEqual(identityOf(works));
      }),
      { numRuns: 300 },
    );
  });

  test('every work is in one group; the largest is first, by size and then by id, and accuses nobody', () => {
    fc.assert(
      fc.property(record, (works) => {
        const { groups } = identityOf(works, { background: backgroundOf(works) });
        const grouped = groups.flatMap(({ workIds }) => workIds);
        expect(grouped.toSorted()).toEqual([...new Set(works.map(({ id }) => id))].toSorted());
        expect(groups[0]?.confidence).toBe(0);
        groups.forEach(({ workIds, confidence, reasons }, place) => {
          expect(workIds).toEqual(workIds.toSorted());
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (place > 0) expect(reasons.length).toBeGreaterThan(0);
          const before = groups[place - 1]?.workIds;
          if (!before) return;
          expect(before.length).toBeGreaterThanOrEqual(workIds.length);
          if (before.length === workIds.length) expect((before[0] as string) < (workIds[0] as string)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('works that share a coauthor are never put apart', () => {
    fc.assert(
      fc.property(record, (works) => {
        const { groups } = identityOf(works);
        const groupOf = new Map(groups.flatMap(({ workIds }, group) => workIds.map((id) => [id, group] as const)));
        const byId = new Map(works.map((each) => [each.id, each]));
        fc.pre(byId.size === works.length);
        const withLi = works.filter(({ coauthors }) => coauthors?.some(({ name }) => /Li/.test(name)));
        expect(new Set(withLi.map(({ id }) => groupOf.get(id))).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
