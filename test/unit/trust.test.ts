import 'reflect-metadata';
import fc from 'fast-check';
import type { TrustEvidence } from '../../src/trust/evidence.js';
import { trustOf } from '../../src/trust/formula.js';
import { evidence, orcidRecord } from '../fixtures/trust-evidence.js';

const pointsOf = (facts: TrustEvidence) => trustOf(facts).components.map(({ points }) => points);
const best = evidence({
  ...{ orcid: '0000-0002-1825-0097', claimed: true, verified: true, orcidRecord: orcidRecord(['OTHER', true]) },
  parts: { topics: true, years: true, affiliation: true, otherNames: true, headline: true },
  ...{ statedWorks: 3, identifiedWorks: 3, consistent: true, verifiedFollowers: 5, verifiedCollaborators: 5 },
});

/** Claimed and verified, with nothing missing but followers, collaborators and an asserted employment. */
const owned = { ...best, orcidRecord: null, verifiedFollowers: 0, verifiedCollaborators: 0 };

describe('the score', () => {
  test('is the sum of five components whose maxima sum to 100', () => {
    const { score, band, components, formula } = trustOf(best);
    expect({ score, band, formula }).toEqual({ score: 100, band: 'TRUSTED', formula: 'trust/1' });
    expect(components.map(({ name, maximum }) => [name, maximum])).toEqual([
      ['Verification level', 40],
      ['Completeness of the record', 15],
      ['Identifiers on the works', 10],
      ['Consistent identity', 25],
      ['Standing in the community', 10],
    ]);
  });

  test('is nothing for a bare name without anything', () => {
    const parts = { topics: false, years: false, affiliation: false, otherNames: false, headline: false };
    const { score, band } = trustOf(evidence({ id: 'arxiv:0704.0001:2', parts, statedWorks: 0, identifiedWorks: 0 }));
    expect({ score, band }).toEqual({ score: 0, band: 'UNKNOWN' });
  });

  test.each([
    [19, 'UNKNOWN', evidence({ statedWorks: 8, identifiedWorks: 7 })],
    [20, 'EMERGING', evidence({ statedWorks: 10, identifiedWorks: 9 })],
    [49, 'EMERGING', evidence({ consistent: true, statedWorks: 9, identifiedWorks: 9, verifiedFollowers: 3 })],
    [50, 'ESTABLISHED', evidence({ consistent: true, statedWorks: 9, identifiedWorks: 9, verifiedFollowers: 4 })],
    [79, 'ESTABLISHED', { ...owned, statedWorks: 10, identifiedWorks: 9 }],
    [80, 'TRUSTED', owned],
  ])('of %i is %s', (score, band, facts) => {
    expect(trustOf(facts)).toMatchObject({ score, band });
  });

  test('explains each component with the figures that it used', () => {
    const facts = evidence({ selfClaimedWorks: 4, consistent: false, verifiedFollowers: 7, verifiedCollaborators: 1 });
    expect(trustOf(facts).components.map(({ points, explanation }) => [points, explanation])).toEqual([
      [5, 'L1 of L0 to L4: A public source has a record of this person.'],
      [
        6,
        "2 of 5 parts, 3 points each; there: topics, years of works; not there: an affiliation, other forms of the name, the owner's own headline.",
      ],
      [5, 'With a DOI or an arXiv id: 1 of 2 works. Left out: 4 that the ORCID record alone claims.'],
      [0, 'The works (6) look like those of more than one person.'],
      [
        6,
        'Other people with a verified record: followers 7, collaborators 1; 1 point each, at most 5 of either. No other follower counts.',
      ],
    ]);
  });
});

describe('whoever wants a higher score than the record deserves', () => {
  test('cannot be TRUSTED without an owner whose claim was verified', () => {
    expect(trustOf({ ...best, verified: false })).toMatchObject({ score: 75, band: 'ESTABLISHED' });
  });

  test('cannot be TRUSTED while the works look like those of several people, or it is not known', () => {
    for (const consistent of [false, null]) expect(trustOf({ ...best, consistent })).toMatchObject({ score: 75 });
  });

  test('gains nothing by writing works into the ORCID record', () => {
    const without = evidence({ consistent: null, statedWorks: 0, identifiedWorks: 0 });
    const claiming = { ...without, selfClaimedWorks: 50, consistent: true };
    expect(trustOf(claiming).score).toBe(trustOf(without).score);
    expect(trustOf({ ...best, selfClaimedWorks: 500 }).score).toBe(trustOf(best).score);
  });

  test('gains nothing by more works of the same kind', () => {
    const many = { ...best, statedWorks: 3_000, identifiedWorks: 3_000 };
    expect(pointsOf(many)).toEqual(pointsOf({ ...best, statedWorks: 1, identifiedWorks: 1 }));
  });

  test('gains nothing by more than five followers, verified as they are', () => {
    expect(trustOf({ ...best, verifiedFollowers: 100_000 }).score).toBe(trustOf(best).score);
  });
});

/** Any state that the graph may be in. */
const states: fc.Arbitrary<TrustEvidence> = fc
  .record({
    id: fc.constantFrom('A1', 'demo:ada', 'arxiv:0704.0001:2', 'rg:01JZ', 'orcid:0000-0002-1825-0097'),
    hasRecord: fc.boolean(),
    orcid: fc.constantFrom(null, '0000-0002-1825-0097'),
    claim: fc.constantFrom('none', 'pending', 'claimed', 'verified'),
    employed: fc.boolean(),
    parts: fc.record({
      ...{ topics: fc.boolean(), years: fc.boolean(), affiliation: fc.boolean(), otherNames: fc.boolean() },
      headline: fc.boolean(),
    }),
    works: fc.tuple(fc.nat(2_500), fc.nat(2_500), fc.nat(500)),
    consistent: fc.constantFrom(true, false, null),
    ...{ verifiedFollowers: fc.nat(20), verifiedCollaborators: fc.nat(20) },
  })
  .map(({ claim, employed, works: [some, others, selfClaimedWorks], ...facts }) => ({
    ...facts,
    claimPending: claim === 'pending',
    claimed: claim === 'claimed' || claim === 'verified',
    verified: claim === 'verified',
    orcidRecord: claim === 'verified' && employed ? orcidRecord(['OTHER', true]) : null,
    ...{ statedWorks: some + others, identifiedWorks: some, selfClaimedWorks },
  }));

/** Evidence that may be added to a state. */
const additions: Readonly<Record<string, (facts: TrustEvidence) => TrustEvidence>> = {
  'a record in a source': (facts) => ({ ...facts, hasRecord: true }),
  'an ORCID iD': (facts) => ({ ...facts, orcid: '0000-0002-1825-0097' }),
  'a claim': (facts) => ({ ...facts, claimPending: false, claimed: true }),
  'a verified claim': (facts) => ({ ...facts, claimPending: false, claimed: true, verified: true }),
  'an identifier on a work': (facts) => ({
    ...facts,
    identifiedWorks: Math.min(facts.statedWorks, facts.identifiedWorks + 1),
  }),
  'a work with an identifier': (facts) => ({
    ...facts,
    statedWorks: facts.statedWorks + 1,
    identifiedWorks: facts.identifiedWorks + 1,
  }),
  'an affiliation': (facts) => ({ ...facts, parts: { ...facts.parts, affiliation: true } }),
  'a headline': (facts) => ({ ...facts, parts: { ...facts.parts, headline: true } }),
  'a work in the ORCID record': (facts) => ({ ...facts, selfClaimedWorks: facts.selfClaimedWorks + 1 }),
  'that the works are one person’s': (facts) => ({ ...facts, consistent: true }),
  'a verified follower': (facts) => ({ ...facts, verifiedFollowers: facts.verifiedFollowers + 1 }),
  'a verified collaborator': (facts) => ({ ...facts, verifiedCollaborators: facts.verifiedCollaborators + 1 }),
};

describe('whatever the graph holds', () => {
  test('points are whole, within their maxima, and sum to the score', () => {
    fc.assert(
      fc.property(states, (facts) => {
        const { score, components } = trustOf(facts);
        for (const { points, maximum } of components) {
          expect(Number.isInteger(points)).toBe(true);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(maximum);
        }
        expect(components.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(components.reduce((sum, { maximum }) => sum + maximum, 0)).toBe(100);
      }),
    );
  });

  test.each(Object.keys(additions))('%s lowers no component', (name) => {
    fc.assert(
      fc.property(states, (facts) => {
        const before = pointsOf(facts);
        const after = pointsOf(additions[name]?.(facts) as TrustEvidence);
        for (const [at, points] of after.entries()) expect(points).toBeGreaterThanOrEqual(before[at] as number);
      }),
    );
  });
});
