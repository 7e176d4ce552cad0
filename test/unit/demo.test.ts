import { readFileSync } from 'node:fs';

interface Named {
  readonly id: string;
  readonly display_name: string;
}

interface Topic extends Named {
  readonly score: number;
  readonly subfield: { readonly display_name: string };
  readonly field: { readonly display_name: string };
  readonly domain: { readonly display_name: string };
}

interface Institution extends Named {
  readonly country_code: string;
  readonly type: string;
}

interface Work {
  readonly id: string;
  readonly title: string;
  readonly publication_year: number;
  readonly authorships: readonly {
    readonly author: Named;
    readonly author_position: string;
    readonly raw_author_name: string;
    readonly institutions: readonly Institution[];
  }[];
  readonly topics: readonly Topic[];
  readonly referenced_works: readonly string[];
}

const SEED = 'demo:jingzhao-zhang';
const MAGNETISM = 'arxiv:1902.05281';
const SLUG = /^demo:[a-z0-9]+(-[a-z0-9]+)*$/;

const text = readFileSync('demo/graph.jsonl', 'utf8');
const works = text
  .trimEnd()
  .split('\n')
  .map((line): Work => JSON.parse(line));
const authorships = works.flatMap((work) => work.authorships);
const people = authorships.map(({ author }) => author);
const institutions = authorships.flatMap((authorship) => authorship.institutions);
const topics = works.flatMap((work) => work.topics);
const seedWorks = works.filter((work) => work.authorships.some(({ author }) => author.id === SEED));

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
const ids = (records: readonly { readonly id: string }[]): readonly string[] => distinct(records.map(({ id }) => id));

/** How many of the seed's works each coauthor shares, most first. */
function coauthors(): readonly (readonly [name: string, works: number])[] {
  const counts = new Map<string, number>();
  for (const { author } of seedWorks.flatMap((work) => work.authorships)) {
    if (author.id !== SEED) counts.set(author.display_name, (counts.get(author.display_name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

describe('the researcher the demo is about', () => {
  test('has these eight works', () => {
    expect(seedWorks.map((work) => [work.publication_year, work.id, work.title])).toEqual([
      [2026, 'arxiv:2605.12906', 'Data Difficulty and the Generalization--Extrapolation Tradeoff in LLM Fine-Tuning'],
      [
        2022,
        'arxiv:2006.04429',
        'Beyond Worst-Case Analysis in Stochastic Approximation: Moment Estimation Improves Instance Complexity',
      ],
      [
        2022,
        'arxiv:2110.06256',
        'Neural Network Weights Do Not Converge to Stationary Points: An Invariant Measure Perspective',
      ],
      [2022, 'arxiv:2204.01050', 'Understanding the unstable convergence of gradient descent'],
      [2021, 'arxiv:2102.03192', 'Provably Efficient Algorithms for Multi-Objective Competitive RL'],
      [2020, 'arxiv:2002.04130', 'Complexity of Finding Stationary Points of Nonsmooth Nonconvex Functions'],
      [
        2020,
        'arxiv:1905.11881',
        'Why gradient clipping accelerates training: A theoretical justification for adaptivity',
      ],
      [2019, MAGNETISM, 'Intrinsic long range antiferromagnetic coupling in dilutely V doped CuInTe$_2$'],
    ]);
  });

  test('has twenty coauthors, three of them close', () => {
    expect(coauthors()).toHaveLength(20);
    expect(coauthors().filter(([, shared]) => shared >= 2)).toEqual([
      ['Suvrit Sra', 6],
      ['Ali Jadbabaie', 4],
      ['Hongzhou Lin', 2],
    ]);
  });

  test('has five topics, and the work on magnetism shares none with the other seven', () => {
    expect(ids(seedWorks.flatMap((work) => work.topics))).toHaveLength(5);
    const topicsWhere = (magnetism: boolean): readonly string[] =>
      ids(seedWorks.filter((work) => (work.id === MAGNETISM) === magnetism).flatMap((work) => work.topics));
    expect(topicsWhere(true).filter((id) => topicsWhere(false).includes(id))).toEqual([]);
  });

  test('has no affiliation', () => {
    const own = authorships.filter(({ author }) => author.id === SEED);
    expect(own.flatMap((authorship) => authorship.institutions)).toEqual([]);
  });
});

describe('the demo graph', () => {
  test('is of the size its README states', () => {
    const readme = readFileSync('demo/README.md', 'utf8').replace(/\s+/g, ' ');
    const [, ...stated] = /(\d+) works, .* (\d+) people, (\d+) institutions and (\d+) topics/.exec(readme) ?? [];
    const counts = [works, people, institutions, topics].map((records) => ids(records).length);
    expect(stated.map(Number)).toEqual(counts);
    expect(counts).toEqual([70, 148, 41, 33]);
  });

  test('ends with a newline and has no work twice', () => {
    expect(text.endsWith('}\n')).toBe(true);
    expect(ids(works)).toHaveLength(works.length);
    expect(distinct(works.map((work) => work.title.toLowerCase()))).toHaveLength(works.length);
  });

  test('has well-formed ids, all ASCII', () => {
    for (const { id } of works) expect(id).toMatch(/^(arxiv:\d{4}\.\d{5}|demo:[a-z0-9]+(-[a-z0-9]+)*)$/);
    for (const { id } of [...people, ...institutions]) expect(id).toMatch(SLUG);
    for (const { id } of topics) expect(id).toMatch(/^https:\/\/openalex\.org\/T\d{5}$/);
  });

  test.each([
    ['person', people],
    ['institution', institutions],
    ['topic', topics],
  ])('gives each %s one id and one name', (_kind, records: readonly Named[]) => {
    const pairs = distinct(records.map(({ id, display_name }) => `${id} ${display_name}`));
    expect(pairs).toHaveLength(ids(records).length);
    expect(distinct(records.map((record) => record.display_name))).toHaveLength(pairs.length);
  });

  test('gives one printed name to one person only', () => {
    const printed = distinct(authorships.map((authorship) => `${authorship.raw_author_name} ${authorship.author.id}`));
    expect(printed).toHaveLength(distinct(authorships.map((authorship) => authorship.raw_author_name)).length);
  });

  test('has every person once on a work, in the order printed', () => {
    for (const work of works) {
      expect(ids(work.authorships.map(({ author }) => author))).toHaveLength(work.authorships.length);
      const last = work.authorships.length - 1;
      expect(work.authorships.map((authorship) => authorship.author_position)).toEqual(
        work.authorships.map((_, index) => (index === 0 ? 'first' : index === last ? 'last' : 'middle')),
      );
    }
  });

  test('states the country and the kind of every institution, always the same', () => {
    for (const { country_code, type } of institutions) {
      expect(country_code).toMatch(/^[A-Z]{2}$/);
      expect(['education', 'company', 'facility', 'nonprofit']).toContain(type);
    }
    expect(distinct(institutions.map((record) => JSON.stringify(record)))).toHaveLength(ids(institutions).length);
  });

  test('places every topic in a subfield, field and domain, and every work under a topic', () => {
    for (const work of works) expect(work.topics.length).toBeGreaterThan(0);
    for (const { score, subfield, field, domain } of topics) {
      for (const level of [subfield, field, domain]) expect(level.display_name).toMatch(/\S/);
      expect(score).toBeGreaterThanOrEqual(0.5);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  test('refers only to works it holds, none later than the work that cites it', () => {
    const years = new Map(works.map((work) => [work.id, work.publication_year]));
    const references = works.flatMap((work) => work.referenced_works.map((cited) => ({ work, cited })));
    expect(references).toHaveLength(24);
    for (const { work, cited } of references) {
      expect(cited).not.toBe(work.id);
      expect(years.get(cited) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(work.publication_year);
    }
  });
});
