import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

const url = (key: string) => `https://openalex.org/${key}`;
const topic = (key: string, name: string, field: string) => ({
  id: url(key),
  display_name: name,
  description: `About ${name}.`,
  field: { display_name: field },
  subfield: { display_name: `Sub${field}` },
  domain: { display_name: 'Sciences' },
});
/** Twelve people with one work each and names that sort otherwise than their ids. */
const crowd = Array.from({ length: 12 }, (_, at) => [
  work({ id: `W${100 + at}`, cited: at % 4, by: [`A${50 - at}`], at: ['I9'], about: at % 2 ? ['T9'] : [] }),
  { id: url(`A${50 - at}`), display_name: `${'łŁabBcÉéZz9Ø'.charAt(at)}nna ${at}` },
]).flat();

beforeAll(async () => {
  app = await startTestApp();
  const records = [...smallGraph, ...crowd, topic('T1', 'Graph theory', 'Maths'), topic('T2', 'Graphics', 'Computing')];
  await importOnline(app.graph.database, inBatches(records), { maxAuthors: 100 });
});
afterAll(() => app?.close());

async function ask(list: string, args: string, parts = 'totalCount nodes { id }') {
  const { data, errors } = await app.query(`{ ${list}${args && `(${args})`} { ${parts} } }`);
  expect(errors).toBeUndefined();
  return data[list];
}
const ids = async (list: string, args: string) =>
  (await ask(list, args)).nodes.map(({ id }: { id: string }) => id) as string[];

/** All ids, page by page of three. */
async function pages(list: string, args: string): Promise<string[]> {
  const seen: string[] = [];
  for (let after = 'null'; ; ) {
    const page = await ask(
      list,
      `${args} first: 3, after: ${after}`,
      'nodes { id } pageInfo { hasNextPage endCursor }',
    );
    seen.push(...page.nodes.map(({ id }: { id: string }) => id));
    if (!page.pageInfo.hasNextPage) return seen;
    after = JSON.stringify(page.pageInfo.endCursor);
  }
}

describe('all researchers', () => {
  test('come with most works first, then by id, and can be counted', async () => {
    const { totalCount, nodes } = await ask('researchers', 'first: 4');
    expect(totalCount).toBe(15);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(['A1', 'A2', 'A3', 'A39']);
  });

  const people = async (): Promise<{ id: string; name: string; stats: { works: number; citations: number } }[]> =>
    (await ask('researchers', 'first: 100', 'nodes { id name stats { works citations } }')).nodes;
  const folded = (name: string) => name.toLowerCase().replace('ł', 'l').replace('é', 'e').replace('ø', 'o');

  test.each([
    ['WORKS', ({ stats }: { stats: { works: number } }) => stats.works],
    ['CITATIONS', ({ stats }: { stats: { citations: number } }) => stats.citations],
    ['NAME', ({ name }: { name: string }) => folded(name)],
  ] as const)('ordered by %s, both ways, page by page without a gap or a repetition', async (by, key) => {
    const everyone = await people();
    for (const direction of ['ASC', 'DESC']) {
      const sign = direction === 'ASC' ? 1 : -1;
      const expected = everyone
        .map((person) => [key(person as never), person.id] as const)
        .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -sign : sign))
        .map(([, id]) => id);
      const order = `orderBy: { by: ${by}, direction: ${direction} }`;
      expect(await pages('researchers', order)).toEqual(expected);
      // The same order where people are found otherwise than over the index of everyone.
      const crowd = await pages('researchers', `filter: { institutionIds: ["I9"] }, ${order}`);
      expect(crowd).toEqual(expected.filter((id) => Number(id.slice(1)) > 3));
    }
  });

  test.each([
    ['minWorks: 2', ['A1', 'A2', 'A3']],
    ['topicIds: ["T2"]', ['A1', 'A2', 'A3']],
    ['topicIds: ["T2"], minWorks: 3', ['A1']],
    ['institutionIds: ["I2", "I3"]', ['A1', 'A3']],
    ['institutionIds: ["https://ror.org/042nb2s44"]', ['A3']],
    ['institutionIds: ["I1"], topicIds: ["T2"], minWorks: 2', ['A1', 'A2']],
    ['text: "lukasz"', ['A1']],
    ['text: "Łuk"', ['A1']],
    ['text: "author", topicIds: ["T1"]', ['A2', 'A3']],
    ['text: "nobody at all"', []],
    ['text: "?!"', []],
    ['topicIds: []', []],
    ['topicIds: ["T404"]', []],
  ])('filtered by %s', async (filter, expected) => {
    const { totalCount, nodes } = await ask('researchers', `filter: { ${filter} }`);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(expected);
    expect(totalCount).toBe(expected.length);
  });

  test('a filter of nothing is no filter', async () => {
    for (const filter of ['{}', '{ text: "  " }', '{ minWorks: null, topicIds: null, text: null }', 'null'])
      expect((await ask('researchers', `filter: ${filter}`)).totalCount).toBe(15);
  });
});

describe('all topics and institutions', () => {
  test('topics come with most works first, filtered by level and by words', async () => {
    expect(await ids('topics', '')).toEqual(['T9', 'T1', 'T2']);
    expect(await pages('topics', '')).toEqual(['T9', 'T1', 'T2']);
    expect(await ids('topics', 'filter: { field: "Maths" }')).toEqual(['T1']);
    expect(await ids('topics', 'filter: { domain: "Sciences", text: "graph" }')).toEqual(['T1', 'T2']);
    expect(await ids('topics', 'filter: { subfield: "SubComputing", text: "graph" }')).toEqual(['T2']);
    expect(await ids('topics', 'filter: { field: "Magic" }')).toEqual([]);
    expect((await ask('topics', 'filter: { text: "about" }')).totalCount).toBe(2);
    expect((await ask('topics', 'filter: { field: "Maths" }')).totalCount).toBe(1);
    expect((await ask('topics', '')).totalCount).toBe(3);
  });

  test('institutions likewise', async () => {
    expect(await ids('institutions', '')).toEqual(['I9', 'I1', 'I2', 'I3']);
    expect(await pages('institutions', '')).toEqual(['I9', 'I1', 'I2', 'I3']);
    expect(await ids('institutions', 'filter: { country: "CH" }')).toEqual(['I2']);
    expect(await ids('institutions', 'filter: { country: "ch" }')).toEqual(['I2']);
    expect(await ids('institutions', 'filter: { country: "CH", type: "company" }')).toEqual([]);
    expect(await pages('institutions', 'filter: { text: "instit" }')).toEqual(['I9', 'I1', 'I2', 'I3']);
    expect((await ask('institutions', 'filter: { text: "second", type: "education" }')).totalCount).toBe(1);
    expect((await ask('institutions', '')).totalCount).toBe(4);
  });
});

describe('what cannot be asked', () => {
  const year = Array(101).fill('2020');
  test.each([
    ['works(first: 101) { nodes { id } }', 'first must be from 0 to 100; got 101'],
    ['researchers(first: -1) { nodes { id } }', 'first must be from 0 to 100; got -1'],
    ['works(after: "x") { nodes { id } }', 'after must be a cursor that this list gave; got "x"'],
    ['works(filter: { yearFrom: 10000 }) { nodes { id } }', 'filter.yearFrom must not be greater than 9999; got 10000'],
    [
      'works(filter: { yearFrom: 2021, yearTo: 2020 }) { nodes { id } }',
      'filter.yearFrom must not be after filter.yearTo, which is 2020; got 2021',
    ],
    ['works(filter: { minCitations: -1 }) { nodes { id } }', 'filter.minCitations must not be less than 0; got -1'],
    [
      `works(filter: { types: ${JSON.stringify(year)} }) { nodes { id } }`,
      'filter.types must contain no more than 100 elements',
    ],
    [
      `topics(filter: { text: "${'x'.repeat(501)}" }) { nodes { id } }`,
      'filter.text must be shorter than or equal to 500 characters',
    ],
    [
      `node(id: "A1") { ... on Researcher { works(filter: { authorIds: ["${'x'.repeat(501)}"] }) { nodes { id } } } }`,
      'filter.authorIds must have no value of more than 500 characters',
    ],
  ])('a wrong argument is named, with its rule: %#', async (field, message) => {
    const { errors } = await app.query(`{ ${field} }`);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a cursor of another order of the same list', async () => {
    const { pageInfo } = await ask('works', 'first: 1', 'pageInfo { endCursor }');
    const { errors } = await app.query(
      `{ works(after: "${pageInfo.endCursor}", orderBy: { by: TITLE, direction: ASC }) { nodes { id } } }`,
    );
    expect(errors?.[0]?.message).toContain('after must be a cursor that this list gave');
  });
});

describe('nothing is computed that is not selected', () => {
  const statements = async (query: string) => {
    const { errors } = await app.query(query);
    expect(errors).toBeUndefined();
    return [...app.statements].sort();
  };

  test('the page, the total and each facet are a statement each', async () => {
    const filter = 'filter: { yearFrom: 2000 }';
    expect(await statements(`{ works(${filter}) { nodes { id } } }`)).toEqual(['work.all-by-rank', 'work.by-id']);
    expect(await statements(`{ works(${filter}) { totalCount } }`)).toEqual(['work.count']);
    expect(await statements(`{ works(${filter}) { facets { types { works } } } }`)).toEqual(['work.facets']);
    expect(await statements('{ works { totalCount } }')).toEqual(['graph.info']);
    expect(await statements('{ researchers { totalCount } topics { totalCount } }')).toEqual([
      'graph.info',
      'graph.info',
    ]);
  });

  test('of nodes in lists ids and names come with the list', async () => {
    const record = 'researcher(id: "A1")';
    const lists = ['topics', 'collaborators'].map((list) => `${list} { totalCount nodes { id name } }`);
    expect(await statements(`{ ${record} { ${lists} } }`)).toEqual([
      'researcher.by-id',
      'researcher.collaborators',
      'researcher.topics',
    ]);
    const was = 'affiliation { id name country } affiliations { current institution { id name } }';
    expect(await statements(`{ ${record} { ${was} } }`)).toEqual(['researcher.affiliations', 'researcher.by-id']);
    const authors = 'authors { totalCount edges { name node { id name } } } topics { topic { name } }';
    expect(await statements(`{ works { nodes { ${authors} } } }`)).toEqual([
      'work.all-by-rank',
      'work.authors',
      'work.by-id',
      'work.topics',
    ]);
    const facets = 'works { facets { years { year } types { value } topics { topic { name } } } }';
    expect(await statements(`{ ${record} { ${facets} } }`)).toEqual(['researcher.by-id', 'work.facets']);
    expect(await statements(`{ ${facets} }`)).toEqual(['work.facets', 'work.facets', 'work.facets']);
  });

  test('filtered lists of many nodes are one statement, as are their totals and facets', async () => {
    const parts = 'works(filter: { yearFrom: 2019 }) { totalCount facets { years { works } } edges { cursor } }';
    const forMany = await statements(`{ researchers(first: 25) { nodes { ${parts} } } }`);
    expect(forMany).toEqual([
      'researcher.all-by-works-descending',
      'researcher.by-id',
      'work.count',
      'work.facets',
      'work.list',
    ]);
    expect(await statements(`{ researchers(first: 1) { nodes { ${parts} } } }`)).toEqual(forMany);
  });
});
