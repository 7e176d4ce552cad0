import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches } from '../fixtures/records.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await importOnline(app.graph.database, inBatches(smallGraph), { maxAuthors: 100 });
});
afterAll(() => app?.close());

const ask = async (query: string, variables?: object) => {
  const answer = await app.query(query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};

describe('a researcher', () => {
  test('has the names, identifiers and figures of the graph', async () => {
    const { researcher } = await ask(`{ researcher(id: "A1") {
      __typename id name otherNames orcid
      stats { works citations hIndex followers topics collaborators closeCollaborators firstYear lastYear } } }`);
    expect(researcher).toEqual({
      __typename: 'Researcher',
      id: 'A1',
      name: 'Ada Łukasz',
      otherNames: ['A. Lukasz'],
      orcid: '0000-0002-1825-0097',
      stats: {
        works: 4,
        citations: 19,
        hIndex: 3,
        followers: 0,
        topics: 2,
        collaborators: 2,
        closeCollaborators: 1,
        firstYear: 2018,
        lastYear: 2021,
      },
    });
  });

  test('lists works most cited first, then the newest, undated last', async () => {
    const { researcher } = await ask('{ researcher(id: "A1") { works { totalCount nodes { id year } } } }');
    expect(researcher.works.totalCount).toBe(4);
    expect(researcher.works.nodes.map(({ id }: { id: string }) => id)).toEqual(['W2', 'W3', 'W1', 'W4']);
  });

  test('lists topics and collaborators with what joins them', async () => {
    const { researcher } = await ask(`{ researcher(id: "A1") {
      topics { totalCount edges { works share node { name } } }
      collaborators { totalCount edges { works strength firstYear lastYear node { id } jointWorks { id } } } } }`);
    expect(researcher.topics).toEqual({
      totalCount: 2,
      edges: [
        { works: 3, share: 0.75, node: { name: 'Topic T1' } },
        { works: 1, share: 0.25, node: { name: 'Topic T2' } },
      ],
    });
    expect(researcher.collaborators).toEqual({
      totalCount: 2,
      edges: [
        {
          works: 2,
          strength: 1.5,
          firstYear: 2018,
          lastYear: 2019,
          node: { id: 'A2' },
          jointWorks: [{ id: 'W2' }, { id: 'W1' }],
        },
        { works: 1, strength: 0.5, firstYear: 2019, lastYear: 2019, node: { id: 'A3' }, jointWorks: [{ id: 'W2' }] },
      ],
    });
  });

  test('collaborators can be asked by joint works and by year; figures stay those of all years', async () => {
    const { researcher } = await ask(`{ researcher(id: "A1") {
      close: collaborators(minWorks: 2) { totalCount nodes { id } }
      recent: collaborators(since: 2020) { totalCount nodes { id } }
      late: collaborators(since: 2019, first: 1) { totalCount edges { works node { id } } } } }`);
    expect(researcher.close).toEqual({ totalCount: 1, nodes: [{ id: 'A2' }] });
    expect(researcher.recent).toEqual({ totalCount: 0, nodes: [] });
    expect(researcher.late).toEqual({ totalCount: 2, edges: [{ works: 2, node: { id: 'A2' } }] });
  });

  test('affiliations are the stated ones where the record states any, else those of the works', async () => {
    const { stated, derived } = await ask(`
      fragment Places on Researcher { affiliation { id } affiliations { institution { id } fromYear toYear current } }
      { stated: researcher(id: "A1") { ...Places } derived: researcher(id: "A3") { ...Places } }`);
    expect(stated).toEqual({
      affiliation: { id: 'I1' },
      affiliations: [
        { institution: { id: 'I1' }, fromYear: 2018, toYear: 2021, current: true },
        { institution: { id: 'I3' }, fromYear: 2010, toYear: 2012, current: false },
      ],
    });
    expect(derived).toEqual({
      affiliation: { id: 'I2' },
      affiliations: [{ institution: { id: 'I2' }, fromYear: 2019, toYear: 2022, current: true }],
    });
  });

  test('works by year have no gaps', async () => {
    const { researcher } = await ask('{ researcher(id: "A1") { worksByYear { year works citations } } }');
    expect(researcher.worksByYear).toEqual([
      { year: 2018, works: 1, citations: 5 },
      { year: 2019, works: 1, citations: 9 },
      { year: 2020, works: 0, citations: 0 },
      { year: 2021, works: 1, citations: 5 },
    ]);
  });

  test('says why fields are empty', async () => {
    const { byline, record } = await ask(`{
      byline: researcher(id: "A2") { missing { field reason } } record: institution(id: "I2") { missing { field reason } } }`);
    expect(byline.missing).toEqual([
      { field: 'otherNames', reason: 'NOT_IMPORTED' },
      { field: 'orcid', reason: 'NOT_IMPORTED' },
    ]);
    expect(record.missing).toEqual([{ field: 'homepage', reason: 'NOT_IMPORTED' }]);
  });
});

describe('a work', () => {
  test('has its title as written and as plain text, and every name as printed', async () => {
    const { first, last } = await ask(`{
      first: work(id: "W1") { title titleText year citationCount retracted byline topics { score topic { id } } }
      last: work(id: "W5") { byline authors { totalCount edges { position name corresponding node { id } institutions { id name } } } } }`);
    expect(first).toMatchObject({
      title: 'On $L$-smooth graphs',
      titleText: 'On L-smooth graphs',
      year: 2018,
      citationCount: 5,
      retracted: false,
    });
    expect(first.topics).toEqual([
      { score: 0.9, topic: { id: 'T1' } },
      { score: 0.4, topic: { id: 'T2' } },
    ]);
    expect(last).toEqual({
      byline: ['Author A3', 'Nobody Known'],
      authors: {
        totalCount: 1,
        edges: [
          {
            position: 1,
            name: 'Author A3',
            corresponding: false,
            node: { id: 'A3' },
            institutions: [{ id: 'I2', name: 'Second Institute' }],
          },
        ],
      },
    });
  });

  test('lists what it cites and what cites it, as far as the graph holds it', async () => {
    const { a, b } = await ask(`{
      a: work(id: "W1") { references { totalCount nodes { id } } citedBy { totalCount nodes { id } } }
      b: work(id: "W2") { references { totalCount nodes { id } } } }`);
    expect(a.citedBy).toEqual({ totalCount: 2, nodes: [{ id: 'W2' }, { id: 'W3' }] });
    expect(a.references).toEqual({ totalCount: 0, nodes: [] });
    expect(b.references).toEqual({ totalCount: 1, nodes: [{ id: 'W1' }] });
  });
});

test('a work without authors, topics or references is read like any other', async () => {
  const { work } =
    await ask(`{ work(id: "W6") { byline authors { totalCount nodes { id } } institutions { id } topics { score }
    references { totalCount } missing { field reason } } }`);
  expect(work).toMatchObject({
    byline: [],
    authors: { totalCount: 0, nodes: [] },
    institutions: [],
    topics: [],
    references: { totalCount: 0 },
  });
  expect(work.missing).toContainEqual({ field: 'authors', reason: 'UNKNOWN' });
});

describe('a topic and an institution', () => {
  test('list works and researchers in rank order, with totals', async () => {
    const { topic, institution } = await ask(`{
      topic(id: "T1") { worksCount field works { totalCount nodes { id } } researchers { totalCount edges { works share node { id } } } }
      institution(id: "I1") { worksCount works { totalCount nodes { id } } researchers { totalCount nodes { id } }
        topics { id } partners { works institution { id } } } }`);
    expect(topic).toEqual({
      worksCount: 3,
      field: 'Field',
      works: { totalCount: 3, nodes: [{ id: 'W2' }, { id: 'W3' }, { id: 'W1' }] },
      researchers: {
        totalCount: 3,
        edges: [
          { works: 3, share: 0.75, node: { id: 'A1' } },
          { works: 2, share: 1, node: { id: 'A2' } },
          { works: 1, share: 0.5, node: { id: 'A3' } },
        ],
      },
    });
    expect(institution).toEqual({
      worksCount: 2,
      works: { totalCount: 2, nodes: [{ id: 'W2' }, { id: 'W1' }] },
      researchers: { totalCount: 2, nodes: [{ id: 'A1' }, { id: 'A2' }] },
      topics: [{ id: 'T1' }, { id: 'T2' }],
      partners: [{ works: 1, institution: { id: 'I2' } }],
    });
  });
});

describe('lists', () => {
  test('page through without repeating or leaving out an item, and a page asked again is the same', async () => {
    const page = (after: string | null) =>
      ask(
        `query ($after: String) { topic(id: "T1") { works(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`,
        { after },
      );
    const seen: string[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 10; turn++) {
      const works: {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      } = (await page(after)).topic.works;
      expect((await page(after)).topic.works).toEqual(works);
      expect(works.pageInfo.hasPreviousPage).toBe(turn > 0);
      seen.push(...works.nodes.map(({ id }: { id: string }) => id));
      if (!works.pageInfo.hasNextPage) break;
      after = works.pageInfo.endCursor;
    }
    expect(seen).toEqual(['W2', 'W3', 'W1']);
  });

  test.each([
    [
      'researcher(id: "A1") { works(first: 2) { pageInfo { endCursor } } }',
      'researcher(id: "A1") { works(after: $after) { nodes { id } } }',
      ['W1', 'W4'],
    ],
    [
      'researcher(id: "A1") { works: topics(first: 1) { pageInfo { endCursor } } }',
      'researcher(id: "A1") { works: topics(after: $after) { nodes { id } } }',
      ['T2'],
    ],
    [
      'researcher(id: "A1") { works: collaborators(first: 1) { pageInfo { endCursor } } }',
      'researcher(id: "A1") { works: collaborators(after: $after) { nodes { id } } }',
      ['A3'],
    ],
    [
      'researcher: work(id: "W2") { works: authors(first: 1) { pageInfo { endCursor } } }',
      'researcher: work(id: "W2") { works: authors(after: $after) { nodes { id } } }',
      ['A1', 'A3'],
    ],
    [
      'researcher: work(id: "W1") { works: citedBy(first: 1) { pageInfo { endCursor } } }',
      'researcher: work(id: "W1") { works: citedBy(after: $after) { nodes { id } } }',
      ['W3'],
    ],
    [
      'researcher: work(id: "W3") { works: references(first: 1) { pageInfo { endCursor } } }',
      'researcher: work(id: "W3") { works: references(after: $after) { nodes { id } } }',
      ['W1'],
    ],
    [
      'researcher: topic(id: "T1") { works: researchers(first: 1) { pageInfo { endCursor } } }',
      'researcher: topic(id: "T1") { works: researchers(after: $after) { nodes { id } } }',
      ['A2', 'A3'],
    ],
    [
      'researcher: institution(id: "I1") { works(first: 1) { pageInfo { endCursor } } }',
      'researcher: institution(id: "I1") { works(after: $after) { nodes { id } } }',
      ['W1'],
    ],
    [
      'researcher: institution(id: "I1") { works: researchers(first: 1) { pageInfo { endCursor } } }',
      'researcher: institution(id: "I1") { works: researchers(after: $after) { nodes { id } } }',
      ['A2'],
    ],
  ])('go on after a cursor: %s', async (first, next, expected) => {
    const { endCursor } = (await ask(`{ ${first} }`)).researcher.works.pageInfo;
    const { nodes } = (await ask(`query ($after: String) { ${next} }`, { after: endCursor })).researcher.works;
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  test.each([
    ['works(first: 101) { totalCount }', 'first must be from 0 to 100; got 101'],
    ['works(first: -1) { totalCount }', 'first must be from 0 to 100; got -1'],
    ['works(after: "nonsense") { totalCount }', 'after must be a cursor that this list gave; got "nonsense"'],
    ['collaborators(minWorks: 0) { totalCount }', 'minWorks must not be less than 1; got 0'],
    ['collaborators(since: 12345) { totalCount }', 'since must not be greater than 9999; got 12345'],
  ])('refuse %s and say why', async (field, message) => {
    const { data, errors } = await app.query(`{ researcher(id: "A1") { ${field} } }`);
    expect(data.researcher).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
    ]);
  });

  test('refuse a cursor of another list, be it of the same type', async () => {
    const { topic } = await ask('{ topic(id: "T1") { works(first: 1) { pageInfo { endCursor } } } }');
    const { errors } = await app.query(
      'query ($after: String) { researcher(id: "A1") { works(after: $after) { nodes { id } } } }',
      { after: topic.works.pageInfo.endCursor },
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('after must be a cursor that this list gave'),
    });
  });

  test('an explicit null means the default', async () => {
    const { researcher } = await ask(
      '{ researcher(id: "A1") { works(first: null, after: null) { nodes { id } } collaborators(minWorks: null, since: null) { totalCount } } }',
    );
    expect(researcher).toMatchObject({ works: { nodes: { length: 4 } }, collaborators: { totalCount: 2 } });
  });

  test('a page of none still tells the total', async () => {
    const { researcher } = await ask(
      '{ researcher(id: "A1") { works(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }',
    );
    expect(researcher.works).toEqual({ totalCount: 4, nodes: [], pageInfo: { hasNextPage: true, endCursor: null } });
  });
});

describe('any identifier is understood', () => {
  test.each([
    ['A1', 'A1'],
    ['a1', 'A1'],
    ['https://openalex.org/W2', 'W2'],
    ['https://openalex.org/authors/A1', 'A1'],
    ['0000-0002-1825-0097', 'A1'],
    ['https://orcid.org/0000-0002-1825-0097', 'A1'],
    ['https://ror.org/042nb2s44', 'I2'],
    ['T1', 'T1'],
    ['W404', null],
    ['10.1000/nothing', null],
    ['some words', null],
    ['', null],
  ])('node(id: %p) is %p', async (id, expected) => {
    const { node } = await ask('query ($id: ID!) { node(id: $id) { id updatedAt } }', { id });
    expect(node?.id ?? null).toBe(expected);
  });

  test('many are answered in the order asked, null for each that is not there', async () => {
    const { nodes } = await ask(
      '{ nodes(ids: ["W2", "nobody", "A1", "https://ror.org/042nb2s44", "W2"]) { __typename id } }',
    );
    expect(nodes).toEqual([
      { __typename: 'Work', id: 'W2' },
      null,
      { __typename: 'Researcher', id: 'A1' },
      { __typename: 'Institution', id: 'I2' },
      { __typename: 'Work', id: 'W2' },
    ]);
  });

  test('a node of another kind is no researcher', async () => {
    expect(await ask('{ researcher(id: "W1") { id } work(id: "A1") { id } }')).toEqual({
      researcher: null,
      work: null,
    });
  });

  test('more than 500 are refused', async () => {
    const { errors } = await app.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array(501).fill('W1'),
    });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('ids must contain no more than 500'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

test('collaborators of many are answered in one call, and their cursors go on in a single list', async () => {
  const { collaborators } =
    await ask(`{ collaborators(ids: ["A1", "W1", "https://orcid.org/0000-0002-1825-0097"], first: 1) {
    totalCount researcher { id } collaborators { cursor works node { id } } } }`);
  const [first, second, third] = collaborators;
  expect(first).toMatchObject({
    totalCount: 2,
    researcher: { id: 'A1' },
    collaborators: [{ works: 2, node: { id: 'A2' } }],
  });
  expect(second).toBeNull();
  expect(third).toEqual(first);
  const { researcher } = await ask(
    'query ($after: String) { researcher(id: "A1") { collaborators(after: $after) { nodes { id } } } }',
    {
      after: first.collaborators[0].cursor,
    },
  );
  expect(researcher.collaborators.nodes).toEqual([{ id: 'A3' }]);
});

describe('search', () => {
  const found = async (query: string, types?: string[]) =>
    (
      await ask(
        'query ($query: String!, $types: [NodeType!]) { search(query: $query, types: $types) { nodes { id } } }',
        { query, types },
      )
    ).search.nodes.map(({ id }: { id: string }) => id);

  test('finds names and titles, without accents, by the beginning of the last word', async () => {
    expect(await found('lukasz')).toEqual(['A1']);
    expect(await found('ada łuk')).toEqual(['A1']);
    expect(await found('smooth gra')).toEqual(['W1']);
    expect(await found('L-smooth')).toEqual(['W1']);
    expect(await found('second inst')).toEqual(['I2']);
  });

  test('puts an exact name first and keeps to the kinds asked for', async () => {
    expect((await found('topic t1'))[0]).toBe('T1');
    expect(await found('topic', ['TOPIC'])).toEqual(['T1', 'T2']);
    expect(await found('topic', ['WORK'])).toEqual([]);
  });

  test('pages without repeating', async () => {
    const { search } = await ask(
      '{ search(query: "work", first: 2) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }',
    );
    const next = await ask(
      'query ($after: String) { search(query: "work", after: $after) { nodes { id } pageInfo { hasNextPage } } }',
      { after: search.pageInfo.endCursor },
    );
    const ids = [
      ...search.edges.map((edge: { node: { id: string } }) => edge.node.id),
      ...next.search.nodes.map(({ id }: { id: string }) => id),
    ];
    expect(search.pageInfo.hasNextPage).toBe(true);
    expect(next.search.pageInfo.hasNextPage).toBe(false);
    expect([...ids].sort()).toEqual(['W2', 'W3', 'W4', 'W5']);
  });

  test.each([
    "o'brien's",
    "O'Br",
    'gpt-3.5',
    'GPT 3.5 web 2.',
    'can’t stop',
    'snake_c',
    "O'Brien's GPT-3.5 and Web 2.0: can't stop snake_case",
  ])('keeps words whole where punctuation runs through them: %s', async (query) => {
    expect(await found(query)).toEqual(['W6']);
  });

  test.each([
    '',
    '   ',
    '"',
    '(',
    '[',
    'a AND',
    'NOT',
    '~',
    '*',
    '/',
    '\\',
    '\u0000',
    '😀',
    'a:b',
    'OR OR',
    '+-&|!(){}[]^"~*?:\\/',
  ])('%p gives no error', async (query) => {
    expect(Array.isArray(await found(query))).toBe(true);
  });

  test('more than 500 characters are refused', async () => {
    const { errors } = await app.query('query ($q: String!) { search(query: $q) { nodes { id } } }', {
      q: 'x'.repeat(501),
    });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('query must be at most 500 characters'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

test('the graph says how much it holds and where from', async () => {
  const { graph } = await ask(
    '{ graph { version maxAuthors counts { researchers works topics institutions coauthorEdges } sources { name records lastImportAt } } }',
  );
  expect(graph).toEqual({
    version: expect.stringMatching(/^\d+$/),
    maxAuthors: 100,
    counts: { researchers: 3, works: 6, topics: 2, institutions: 3, coauthorEdges: 3 },
    sources: [{ name: 'openalex', records: 8, lastImportAt: expect.stringMatching(/Z$/) }],
  });
});
