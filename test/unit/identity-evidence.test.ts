import { backgroundOf } from '../../src/identity/background.js';
import { identityOf } from '../../src/identity/identity.js';
import type { IdentityOptions, IdentityWork } from '../../src/identity/record-works.js';
import type { Measure } from '../../src/identity/weights.js';

/** Two works with nothing in common but what a test gives them. */
const ONE: IdentityWork = { id: 'w1', title: 'Alpha rays', year: 2001, coauthors: [{ name: 'Ada Berg' }] };
const OTHER: IdentityWork = { id: 'w2', title: 'Omega baryons', year: 2009, coauthors: [{ name: 'Luc Petit' }] };

/** What one kind of evidence adds when both works are given the same more. */
function points(measure: Measure, one: object, other: object, options: IdentityOptions = {}): number {
  const { groups } = identityOf(
    [
      { ...ONE, ...one },
      { ...OTHER, ...other },
    ],
    options,
  );
  if (groups.length === 1) return Number.POSITIVE_INFINITY;
  return groups[1]?.evidence.find((each) => each.measure === measure)?.points ?? 0;
}

const joined = (one: object, other: object): boolean =>
  identityOf([
    { ...ONE, ...one },
    { ...OTHER, ...other },
  ]).groups.length === 1;

describe('what speaks for one person', () => {
  test.each<[string, Measure, object, object]>([
    ['a venue of both', 'venue', { venue: 'Physics Letters' }, { venue: 'Physics letters.' }],
    ['words of the titles', 'titles', { title: 'Alpha decay chains' }, { title: 'Omega decay widths measured anew' }],
    ['a topic of both', 'topics', { topics: ['T1'] }, { topics: ['T1', 'T2'] }],
    ['a subfield of both', 'topics', { topics: ['T1'], subfields: ['S'] }, { topics: ['T2'], subfields: ['S'] }],
    ['two references of both', 'references', { references: ['R1', 'R2', 'R3'] }, { references: ['R2', 'R1'] }],
    ['one cites the other', 'references', { references: ['w2'] }, { references: ['R9'] }],
    [
      'the institution',
      'organisations',
      { organisations: [{ id: 'I1' }, { name: 'Oslo' }] },
      { organisations: [{ id: 'I1' }, { name: 'Bergen' }] },
    ],
    [
      'a coauthor who may be the same',
      'spellings',
      { coauthors: [{ name: 'A. Berg' }] },
      { coauthors: [{ name: 'Ada Berg' }, { name: 'Luc Petit' }] },
    ],
  ])('%s', (_, measure, one, other) => {
    expect(points(measure, one, other)).toBeGreaterThan(0);
  });

  test('coauthors who wrote together elsewhere, by id or by name', () => {
    const [ada, luc] = [{ coauthors: [{ id: 'A1', name: 'Ada Berg' }] }, { coauthors: [{ name: 'Luc Petit' }] }];
    expect(points('acquainted', ada, luc)).toBe(0);
    expect(points('acquainted', ada, luc, { wroteTogether: [['Luc Petit', 'A1']] })).toBeGreaterThan(0);
    expect(points('acquainted', ada, luc, { wroteTogether: [['A1', 'A7']] })).toBe(0);
  });

  test('a shared coauthor is enough, with accents or without, in either order of names', () => {
    expect(joined({ coauthors: [{ name: 'Zoë Ångström' }] }, { coauthors: [{ name: 'Angstrom, Zoe' }] })).toBe(true);
    expect(joined({ coauthors: [{ name: 'Zhang' }] }, { coauthors: [{ name: 'Zhang' }] })).toBe(false);
  });

  test('a coauthor shared on bylines of hundreds is not', () => {
    const crowd = (prefix: string) => Array.from({ length: 150 }, (_, n) => ({ name: `${prefix}${n} Doe${n}` }));
    const shared = { name: 'Ada Berg' };
    expect(joined({ coauthors: [shared, ...crowd('An')] }, { coauthors: [shared, ...crowd('Bo')] })).toBe(false);
  });

  test('two papers of one collaboration of hundreds are', () => {
    const members = (from: number) =>
      Array.from({ length: 200 }, (_, n) => ({ name: `Kim Doe${String(from + n).padStart(3, '0')}` }));
    expect(joined({ coauthors: members(0) }, { coauthors: members(8).toReversed() })).toBe(true);
    expect(joined({ coauthors: members(0) }, { coauthors: members(180) })).toBe(false);
    expect(points('separateCircles', { coauthors: members(0) }, { coauthors: members(180) })).toBe(0);
  });

  test('an initial that fits two people of the record fits neither', () => {
    const both = { coauthors: [{ name: 'Ada Berg' }, { name: 'Anna Berg' }] };
    expect(points('spellings', { coauthors: [{ name: 'A. Berg' }] }, both)).toBe(0);
  });
});

describe('what speaks against', () => {
  test.each<[string, Measure, object, object]>([
    ['other institutions', 'otherOrganisations', { organisations: [{ id: 'I1' }] }, { organisations: [{ id: 'I2' }] }],
    ['topics of another domain', 'topics', { topics: ['T1'], domains: ['D1'] }, { topics: ['T2'], domains: ['D2'] }],
    ['no reference of both', 'references', { references: ['R1'] }, { references: ['R2'] }],
    ['coauthors on both, none shared', 'separateCircles', {}, {}],
    ['years between', 'yearsApart', {}, {}],
    ['other coauthors in the same years', 'sameYears', { year: 2009 }, { year: 2009 }],
  ])('%s', (_, measure, one, other) => {
    expect(points(measure, one, other)).toBeLessThan(0);
  });

  test('what one side does not say speaks neither way', () => {
    expect(points('otherOrganisations', { organisations: [{ id: 'I1' }] }, {})).toBe(0);
    expect(points('topics', { topics: ['T1'] }, {})).toBe(0);
    expect(points('references', {}, { references: ['R2'] })).toBe(0);
    expect(points('yearsApart', { year: null }, {})).toBe(0);
    expect(points('separateCircles', { coauthors: [] }, {})).toBe(0);
  });
});

describe('how much a shared venue says', () => {
  const journals = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `${n}`, venue: name }));

  test('less where everyone publishes there', () => {
    const background = backgroundOf([...journals('Big', 90), ...journals('Small', 2), ...journals('Else', 8)]);
    const big = points('venue', { venue: 'Big' }, { venue: 'Big' }, { background });
    const small = points('venue', { venue: 'Small' }, { venue: 'Small' }, { background });
    expect(small).toBeGreaterThan(big);
  });

  test('nothing where it takes works of every kind', () => {
    expect(points('venue', { venue: 'arXiv (Cornell University)' }, { venue: 'arXiv (Cornell University)' })).toBe(0);
  });
});
