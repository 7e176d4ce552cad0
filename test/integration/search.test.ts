import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { BEST_KNOWN, toSearch } from '../../src/graph/search.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { stepsOf } from '../support/explain.js';
import { openTestDatabase } from '../support/graph.js';

const person = (id: string, name: string, ...otherNames: string[]) => ({
  id: `https://openalex.org/${id}`,
  display_name: name,
  display_name_alternatives: otherNames,
  display_name_acronyms: [],
  orcid: id === 'A1' ? 'https://orcid.org/0000-0002-1825-0097' : null,
});
const records = [
  person('A1', 'Łukasz'),
  person('A2', 'Lukasz Kaiser', 'Ł. Kaiser'),
  person('A3', 'Wei Wang'),
  person('A4', 'Wei Wang'),
  person('A5', 'Strauß, José', 'John A'),
  person('A6', 'J. Smith-Jones'),
  work({ id: 'W1', title: 'Attention', cited: 7, by: ['A1', 'A2'], about: ['T1'] }),
  work({ id: 'W2', title: 'Attention and graphs', cited: 900, by: ['A2', 'A4'], about: ['T1'] }),
  work({ id: 'W3', title: 'On $L$-smooth <b>graphs</b>', cited: 3, by: ['A2', 'A4', 'A3'] }),
  work({
    id: 'W4',
    title: 'Something else',
    cited: 5000,
    more: {
      doi: 'https://doi.org/10.1000/abc.1',
      abstract_inverted_index: Object.fromEntries(
        [...Array<string>(80).fill('filler'), 'we', 'pay', 'Attention', 'to', '«graphs»', ...Array(80).fill('end')].map(
          (word, at, all) => [`${word}${all.indexOf(word) === at ? '' : at}`, [at]],
        ),
      ),
    },
  }),
  work({
    id: 'W5',
    title: 'Preprint',
    more: { ids: { arxiv: 'arXiv:2301.00001' }, doi: 'https://doi.org/10.48550/arxiv.2301.00001' },
  }),
  work({ id: 'W6', title: '深度学习研究', cited: 1 }),
  {
    id: 'https://openalex.org/I1',
    display_name: 'Attention Institute',
    display_name_alternatives: ['École des Graphes'],
    ror: 'https://ror.org/042nb2s44',
  },
  { id: 'https://openalex.org/T1', display_name: 'Graph theory', description: 'Attention to vertices' },
];

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await importOnline(app.graph.database, inBatches(records), { maxAuthors: 100 });
});
afterAll(() => app?.close());

interface Edge {
  readonly cursor: string;
  readonly score: number;
  readonly highlight: string | null;
  readonly node: { readonly id: string };
}
interface Found {
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const SEARCH = `query ($query: String!, $types: [NodeType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    edges { cursor score highlight node { id } } pageInfo { hasNextPage endCursor } } }`;

async function search(query: string, more: object = {}): Promise<Found> {
  const { data, errors } = await app.query(SEARCH, { query, ...more });
  expect(errors).toBeUndefined();
  return data.search;
}
const ids = async (query: string, ...types: string[]) =>
  (await search(query, types.length > 0 ? { types } : {})).edges.map(({ node }) => node.id);

describe('what comes first', () => {
  test('an exact name, whatever its accents, before a better known one that only holds it', async () => {
    expect(await ids('Lukasz')).toEqual(['A1', 'A2']);
    expect(await ids('łukasz')).toEqual(['A1', 'A2']);
    expect(await ids('Attention')).toEqual(['W1', 'W2', 'I1', 'W4', 'T1']);
  });

  test('any of the other names is as exact as the first, and so is a title in plain text', async () => {
    for (const text of ['l kaiser', 'strauss jose', 'STRAUSS, JOSÉ', 'john a', 'on L-smooth graphs', 'smith', 'wang'])
      expect([text, Math.floor((await search(text)).edges[0]?.score ?? -1)]).toEqual([
        text,
        ['smith', 'wang'].includes(text) ? 1 : 2,
      ]);
  });

  test('of two people of one name the better known', async () => {
    expect(await ids('wei wang')).toEqual(['A4', 'A3']);
  });

  test('names and titles before abstracts and descriptions, be those far better known', async () => {
    expect(await ids('attention', 'WORK')).toEqual(['W1', 'W2', 'W4']);
    expect(await ids('attention gra')).toEqual(['W2', 'I1', 'W4', 'T1']);
  });

  test('scores fall along the list', async () => {
    const scores = (await search('attention')).edges.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.length).toBe(5);
  });
});

describe('an identifier finds its node, before all others', () => {
  test.each([
    ['A1', 'A1'],
    ['https://openalex.org/a1', 'A1'],
    ['0000-0002-1825-0097', 'A1'],
    ['https://orcid.org/0000-0002-1825-0097', 'A1'],
    ['10.1000/ABC.1', 'W4'],
    ['https://doi.org/10.1000/abc.1', 'W4'],
    ['arXiv:2301.00001', 'W5'],
    ['https://arxiv.org/abs/2301.00001v2', 'W5'],
    ['042nb2s44', 'I1'],
    ['https://ror.org/042nb2s44', 'I1'],
    [' T1 ', 'T1'],
  ])('%s', async (text, id) => {
    const { edges } = await search(text);
    expect(edges[0]).toMatchObject({ node: { id }, score: 3 });
  });

  test('unless its kind was not asked for', async () => {
    expect(await ids('A1', 'WORK')).toEqual([]);
    expect(await ids('A1', 'RESEARCHER', 'WORK')).toEqual(['A1']);
  });
});

test('pages repeat and skip nothing, and a page asked again is the same', async () => {
  const whole = (await search('attention', { first: 100 })).edges.map(({ node }) => node.id);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Found = await search('attention', { first: 1, after });
    expect(await search('attention', { first: 1, after })).toEqual(page);
    seen.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(whole);
  const { edges, pageInfo } = await search('I1', { first: 1 });
  expect(edges.map(({ node }) => node.id)).toEqual(['I1']);
  expect((await search('I1', { after: pageInfo.endCursor })).edges).toEqual([]);
});

describe('highlights', () => {
  const first = async (query: string, ...types: string[]) => (await search(query, { types })).edges[0]?.highlight;

  test('show the name or title with the words of the search, accents folded, the last one as a beginning', async () => {
    expect(await first('lukasz kai', 'RESEARCHER')).toBe('«Lukasz» «Kaiser»');
    expect(await first('Lúkasz', 'RESEARCHER')).toBe('«Łukasz»');
    expect(await first('strauss', 'RESEARCHER')).toBe('«Strauß», José');
    expect(await first('john', 'RESEARCHER')).toBe('«John» A');
    expect(await first('smooth gra', 'WORK')).toBe('On L-«smooth» «graphs»');
    expect(await first('ecole gra', 'INSTITUTION')).toBe('«École» des «Graphes»');
    expect(await first('学习', 'WORK')).toBe('深度«学习»研究');
  });

  test('show the passage of the abstract, in which only marks look like marks', async () => {
    const shown = (await first('pay attention', 'WORK')) ?? '';
    expect(shown).toMatch(/^…filler\d+ .*filler\d+ we «pay» «Attention» to “graphs” end end\d+ .*…$/);
    expect(shown.length).toBeLessThanOrEqual(210);
  });

  test('are null where no word of the text can be shown', async () => {
    expect(await first('042nb2s44', 'INSTITUTION')).toBeNull();
  });
});

describe('statements', () => {
  const searches = ['institutions', 'researchers', 'topics', 'works'].map((kind) => `graph.search-${kind}`);

  test('one for each kind asked for and one for each kind found, highlights or not', async () => {
    await search('attention');
    expect([...app.statements].sort()).toEqual([...searches, 'institution.by-id', 'topic.by-id', 'work.by-id']);
    await search('attention', { types: ['WORK', 'WORK'] });
    expect(app.statements).toEqual(['graph.search-works', 'work.by-id']);
    await app.query('{ search(query: "attention") { edges { cursor score } } }');
    expect([...app.statements].sort()).toEqual(searches);
  });

  test('an identifier costs one or two more', async () => {
    await search('10.48550/arxiv.2301.00009');
    expect([...app.statements].sort()).toEqual(['graph.locate', 'graph.locate', ...searches]);
  });
});

describe('any text at all is safe', () => {
  const syntax = fc.constantFrom(...'+-&|!(){}[]^"~*?:\\/ «»', ' AND ', ' OR ', 'NOT ', 'title:', '\u0000', '\u202e');
  const unit = fc.oneof(
    syntax,
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('a', 'ß', 'é', 'e\u0301', '学', 'ا', '😀', 'attention ', 'the ', '1', '.', "'"),
  );

  test('it gives a list, never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 100 }), async (units) => {
        const text = units.join('').slice(0, 500);
        const { errors, data } = await app.query(SEARCH, { query: text });
        expect(errors).toBeUndefined();
        expect(Array.isArray(data.search.edges)).toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test.each([
    ['500 times one letter', 'a'.repeat(500)],
    ['250 different words', Array.from({ length: 250 }, (_, at) => String.fromCharCode(0x430 + at)).join(' ')],
    ['500 letters of one script', Array.from({ length: 500 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')],
    ['500 words of two scripts', 'アa'.repeat(250)],
    ['250 letters and digits with dots', 'a.1.'.repeat(125)],
    ['500 signs', '😀'.repeat(249).concat('a')],
    ['500 accents', `a${'\u0301'.repeat(499)}`],
    ['500 pairs that fold', 'ß'.repeat(500)],
    ['quotes', '"'.repeat(500)],
  ])('%s', async (_, text) => {
    expect(Array.isArray((await search(text)).edges)).toBe(true);
  });

  test.each(['x'.repeat(501), `a${'\ufe0f'.repeat(500)}`])('more than 500 characters are refused', async (query) => {
    const { errors } = await app.query(SEARCH, { query });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('query must be at most 500 characters'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

test('the best known are found among more matches than are ranked, to the last page looked at', async () => {
  const { database, query } = await openTestDatabase();
  await query(
    `UNWIND range(1, 6000) AS at
     CREATE (:Work {id: 'W' + (1000000 + at), title: 'Smörgåsbord ' + at, citationCount: at, year: 2000, sortYear: 2000, retracted: false})
     CREATE (:Researcher {id: 'A' + (1000000 + at), name: 'Smedley ' + at, worksCount: at})`,
  );
  const expected = Array.from({ length: 300 }, (_, at) => 6000 - at);
  const seen: Record<'W' | 'A', number[]> = { W: [], A: [] };
  for (const [letter, type] of [
    ['W', 'WORK'],
    ['A', 'RESEARCHER'],
  ] as const) {
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { edges, pageInfo }: Found = await search('sm', { types: [type], first: 100, after });
      seen[letter].push(...edges.map(({ node }) => Number(node.id.slice(1)) - 1_000_000));
      after = pageInfo.endCursor;
    }
  }
  const read = async (of: string) => {
    const text = readFileSync(projectPath('cypher', 'graph.search-works.cypher'), 'utf8');
    const params = { ...toSearch(of)?.WORK, located: null, limit: 11, after: null };
    const steps = await stepsOf(text, params, 'PROFILE');
    return steps.filter(({ operator }) => operator.startsWith('NodeIndexSeek')).map(({ rows }) => rows);
  };
  const [cut, none] = [await read('sm'), await read('nothing like it')];
  await query(
    'MATCH (n) WHERE n.id > "A1000000" AND n.id < "A1006001" OR n.id > "W1000000" AND n.id < "W1006001" DELETE n',
  );
  await database.close();
  expect(seen).toEqual({ W: expected, A: expected });
  // Of the ranking the best known are read where matches were cut, else nothing.
  expect(cut).toEqual([expect.any(Number)]);
  expect(cut[0]).toBeGreaterThanOrEqual(BEST_KNOWN);
  expect(cut[0]).toBeLessThanOrEqual(BEST_KNOWN + 10);
  expect(none).toEqual([0]);
}, 60_000);
