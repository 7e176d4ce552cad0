import { identityOf } from '../../src/identity/identity.js';
import type { IdentityWork } from '../../src/identity/record-works.js';
import { MIXED_ABOVE } from '../../src/identity/weights.js';

const PHYSICS = { fields: ['Physics and Astronomy'], domains: ['Physical Sciences'] };
const COMPUTING = { fields: ['Computer Science'], domains: ['Physical Sciences'] };
const AI = { ...COMPUTING, subfields: ['Artificial Intelligence'] };
const OPTIMISATION = { ...AI, topics: ['T10', 'T11'] };

function work(id: string, year: number, title: string, coauthors: string[], more: object = {}): IdentityWork {
  return { id, year, title, coauthors: coauthors.map((name) => ({ name })), ...more };
}

/** Eight works that one record of Jingzhao Zhang held: seven by one person, on magnetism (1902.05281) by another. */
const JINGZHAO_ZHANG: IdentityWork[] = [
  work(
    '2605.12906',
    2026,
    'Data Difficulty and the Generalization--Extrapolation Tradeoff in LLM Fine-Tuning',
    ['Siyuan Liu', 'Tinghong Chen', 'Xinghan Li', 'Yifei Wang'],
    { ...AI, topics: ['T28'] },
  ),
  work(
    '2006.04429',
    2022,
    'Beyond Worst-Case Analysis in Stochastic Approximation: Moment Estimation Improves Instance Complexity',
    ['Hongzhou Lin', 'Subhro Das', 'Suvrit Sra', 'Ali Jadbabaie'],
    OPTIMISATION,
  ),
  work(
    '2110.06256',
    2022,
    'Neural Network Weights Do Not Converge to Stationary Points: An Invariant Measure Perspective',
    ['Haochuan Li', 'Suvrit Sra', 'Ali Jadbabaie'],
    OPTIMISATION,
  ),
  work(
    '2204.01050',
    2022,
    'Understanding the unstable convergence of gradient descent',
    ['Kwangjun Ahn', 'Suvrit Sra'],
    OPTIMISATION,
  ),
  work(
    '2102.03192',
    2021,
    'Provably Efficient Algorithms for Multi-Objective Competitive RL',
    ['Tiancheng Yu', 'Yi Tian', 'Suvrit Sra'],
    { ...AI, topics: ['T12'] },
  ),
  work(
    '2002.04130',
    2020,
    'Complexity of Finding Stationary Points of Nonsmooth Nonconvex Functions',
    ['Hongzhou Lin', 'Stefanie Jegelka', 'Ali Jadbabaie', 'Suvrit Sra'],
    OPTIMISATION,
  ),
  work(
    '1905.11881',
    2020,
    'Why gradient clipping accelerates training: A theoretical justification for adaptivity',
    ['Tianxing He', 'Suvrit Sra', 'Ali Jadbabaie'],
    OPTIMISATION,
  ),
  work(
    '1902.05281',
    2019,
    'Intrinsic long range antiferromagnetic coupling in dilutely V doped CuInTe2',
    ['Weiyi Gong', 'Ching-Him Leung', 'Chuen-Keung Sin', 'Xiaodong Zhang', 'Bin Xi', 'Junyi Zhu'],
    { ...PHYSICS, subfields: ['Atomic and Molecular Physics, and Optics'], topics: ['T49'] },
  ),
].map((each) => ({ ...each, venue: 'arXiv', printedName: 'Jingzhao Zhang' }));

const withoutTopics = ({ topics, subfields, fields, domains, ...rest }: IdentityWork): IdentityWork => rest;

/** A person's works, each with two of five colleagues, so that they hang together by coauthors. */
function career(prefix: string, colleagues: string[], words: string[], count: number, more: object = {}) {
  return Array.from({ length: count }, (_, index) =>
    work(
      `${prefix}${String(index).padStart(4, '0')}`,
      2000 + (index % 20),
      `${words[index % words.length]} ${words[(index + 1) % words.length]}`,
      [colleagues[index % colleagues.length] as string, colleagues[(index + 1) % colleagues.length] as string],
      { printedName: 'Maria Lund', ...more },
    ),
  );
}

const CHEMIST = career('c', ['Ada Berg', 'Olof Ek', 'Siv Holm', 'Per Dahl'], ['catalysis', 'zeolite', 'surfaces'], 12, {
  venue: 'Journal of Catalysis',
  organisations: [{ id: 'I1', name: 'Lund University' }],
  fields: ['Chemistry'],
  domains: ['Physical Sciences'],
});
const HISTORIAN = career('h', ['Jean Roux', 'Luc Petit', 'Eve Noir'], ['abbey', 'medieval', 'parchment'], 9, {
  venue: 'Speculum',
  organisations: [{ id: 'I2', name: 'Sorbonne Paris' }],
  fields: ['Arts and Humanities'],
  domains: ['Social Sciences'],
});

describe('the record of Jingzhao Zhang', () => {
  test('comes out as seven works and one, and is called mixed', () => {
    const { groups, consistent, explanation } = identityOf(JINGZHAO_ZHANG);
    expect(groups.map(({ workIds }) => workIds.length)).toEqual([7, 1]);
    expect(groups[1]?.workIds).toEqual(['1902.05281']);
    expect(groups[0]?.confidence).toBe(0);
    expect(groups[1]?.confidence).toBeGreaterThan(MIXED_ABOVE);
    expect(consistent).toBe(false);
    expect(explanation).toContain('one work stands apart from the largest group of seven works');
  });

  test('comes out the same where every coauthor has an id', () => {
    const known = JINGZHAO_ZHANG.map((each) => ({
      ...each,
      coauthors: each.coauthors?.map(({ name }) => ({ name, id: `A:${name}` })),
    }));
    expect(identityOf(known)).toEqual(identityOf(JINGZHAO_ZHANG));
  });

  test('the reasons say what the odd work lacks, and who holds the others together', () => {
    const [largest, other] = identityOf(JINGZHAO_ZHANG).groups;
    expect(largest?.reasons[0]).toBe(
      'Held together by coauthors: Suvrit Sra on six works, Ali Jadbabaie on four works and Hongzhou Lin on two works.',
    );
    expect(other?.reasons[0]).toMatch(/^No coauthor, topic, .* in common with the other seven works\.$/);
    expect(other?.reasons.join(' ')).toContain('Not known on both sides: institution');
    const points = new Map(other?.evidence.map((each) => [each.measure, each.points]));
    expect(points.get('topics')).toBeLessThan(0);
    expect(points.get('separateCircles')).toBeLessThan(0);
    expect(points.has('venue')).toBe(false);
  });

  test('without topics two works share nothing with the rest: it says that it cannot tell, and accuses nobody', () => {
    const { groups, consistent, explanation } = identityOf(JINGZHAO_ZHANG.map(withoutTopics));
    expect(groups.map(({ workIds }) => workIds.length)).toEqual([6, 1, 1]);
    expect(groups.slice(1).every(({ confidence }) => confidence < 0.5)).toBe(true);
    expect(consistent).toBeNull();
    expect(explanation).toMatch(/^Too little to tell: two works/);
    expect(groups[1]?.reasons.join(' ')).toContain('Not known on both sides: topic and institution');
  });
});

describe('a record of two people', () => {
  const found = identityOf([...CHEMIST, ...HISTORIAN]);

  test('has a group for each', () => {
    expect(found.groups.map(({ workIds }) => [workIds[0]?.[0], workIds.length])).toEqual([
      ['c', 12],
      ['h', 9],
    ]);
    expect(found.consistent).toBe(false);
  });

  test('of two groups of one size, the one with the smallest work id is the first', () => {
    const { groups } = identityOf([...HISTORIAN, ...CHEMIST.slice(0, 9)]);
    expect(groups.map(({ workIds }) => workIds[0])).toEqual(['c0000', 'h0000']);
  });
});

describe('a record of one person', () => {
  test('is consistent', () => {
    const { consistent, groups, explanation } = identityOf(CHEMIST);
    expect(consistent).toBe(true);
    expect(groups).toHaveLength(1);
    expect(explanation).toBe('All twelve works hang together.');
  });

  test('who changed subject but kept a coauthor is not accused', () => {
    const later = HISTORIAN.map((each, index) =>
      index === 0 ? { ...each, coauthors: [...(each.coauthors ?? []), { name: 'Ada Berg' }] } : each,
    );
    expect(identityOf([...CHEMIST, ...later]).consistent).toBe(true);
  });

  test('who moved and found new coauthors, but stayed with the matter, is not accused', () => {
    const later = career('d', ['Tom Hay', 'Ian Low'], ['catalysis', 'zeolite', 'surfaces'], 5, {
      venue: 'Journal of Catalysis',
      organisations: [{ id: 'I9', name: 'Delft' }],
    });
    expect(identityOf([...CHEMIST, ...later]).consistent).not.toBe(false);
  });

  test('whose coauthor has two records is held together by the name', () => {
    const one = { id: 'w1', title: 'Alpha', coauthors: [{ id: 'A1', name: 'José García' }] };
    const other = { id: 'w2', title: 'Omega', coauthors: [{ id: 'A2', name: 'Garcia, Jose' }] };
    expect(identityOf([one, other]).groups).toHaveLength(1);
  });
});

describe('too little to go on', () => {
  test('no works', () => {
    expect(identityOf([])).toEqual({ consistent: null, groups: [], explanation: 'The record has no works.' });
  });

  test('one work', () => {
    const { consistent, groups, explanation } = identityOf(CHEMIST.slice(0, 1));
    expect([consistent, groups.length]).toEqual([null, 1]);
    expect(explanation).toBe('One work alone: there is nothing to compare it with.');
  });

  test('works of which nothing but the id is known', () => {
    const { consistent, groups } = identityOf(['a', 'b', 'c', 'd'].map((id) => ({ id })));
    expect(consistent).toBeNull();
    expect(groups.every(({ confidence }) => confidence <= MIXED_ABOVE)).toBe(true);
  });

  test('a work without coauthors beside a career is little to accuse anyone by', () => {
    const alone = work('z', 2010, 'A remark', [], { printedName: 'Maria Lund' });
    const { consistent, groups } = identityOf([...CHEMIST, alone]);
    expect(consistent).not.toBe(false);
    expect(groups.every(({ confidence }) => confidence < 0.5)).toBe(true);
  });
});

describe('how far it goes', () => {
  test('2,000 works are grouped', () => {
    const two = [
      ...career('c', ['Ada Berg', 'Olof Ek', 'Siv Holm'], ['catalysis', 'zeolite', 'surfaces'], 1_500),
      ...career('h', ['Jean Roux', 'Luc Petit', 'Eve Noir'], ['abbey', 'medieval', 'parchment'], 500),
    ];
    const { groups, consistent } = identityOf(two);
    expect(groups.map(({ workIds }) => workIds.length)).toEqual([1_500, 500]);
    expect(consistent).toBe(false);
  });

  test('more works are not looked at, and it says so', () => {
    const { consistent, groups, explanation } = identityOf(Array.from({ length: 2_001 }, (_, n) => ({ id: `w${n}` })));
    expect([consistent, groups]).toEqual([null, []]);
    expect(explanation).toContain('more than 2000 works');
  });
});
