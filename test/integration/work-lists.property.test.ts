import fc from 'fast-check';
import { workLoaders } from '../../src/work/work.loaders.js';
import { useServedGraph } from '../support/served-graph.js';
import {
  type PlainFilter,
  type PlainWork,
  passes,
  plainFilters,
  plainWorks,
  recordOf,
  workLists,
  workOrders,
} from '../support/work-lists.js';

const served = useServedGraph();

interface WorkList {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly facets: {
    readonly years: readonly { readonly year: number; readonly works: number; readonly citations: number }[];
    readonly types: readonly { readonly value: string; readonly works: number }[];
    readonly sources: readonly { readonly value: string; readonly works: number }[];
    readonly topics: readonly { readonly topic: { readonly id: string }; readonly works: number }[];
  };
}
const PAGE = 'nodes { id } pageInfo { hasNextPage endCursor }';
const WHOLE = `totalCount facets {
  years { year works citations } types { value works } sources { value works } topics { topic { id } works } }`;

/** Asks for a list of works; null where its owner is not in the graph. */
async function ask(list: string, parts: string, variables: object): Promise<WorkList | null> {
  const closing = ' }'.repeat(list.split('{').length - 1);
  const [field = '', ...path] = list.split('(')[0] === 'node' ? ['node', 'works'] : ['works'];
  const { data, errors } = await served().app.query(
    `query ($filter: WorkFilter, $first: Int, $after: String) {
      ${list}(filter: $filter, first: $first, after: $after, orderBy: $ORDER) { ${parts} }${closing} }`.replace(
      '$ORDER',
      (variables as { orderBy: string }).orderBy,
    ),
    variables,
  );
  expect(errors).toBeUndefined();
  return path.reduce((value, name) => value?.[name] ?? null, data[field]);
}

/** All ids of a list, page by page. */
async function readAll(list: string, variables: object, first: number): Promise<string[] | null> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 50; turn++) {
    const page: WorkList | null = await ask(list, PAGE, { ...variables, first, after });
    if (page === null) return null;
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
  throw new Error('the list does not end');
}

const countBy = (works: readonly PlainWork[], valuesOf: (one: PlainWork) => readonly (string | null)[]) => {
  const counts = new Map<string, number>();
  for (const value of works.flatMap(valuesOf)) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value, works]) => ({ value, works }));
};

function facetsOf(works: readonly PlainWork[]): WorkList['facets'] {
  const years = [...new Set(works.flatMap(({ year }) => (year === null ? [] : [year])))].sort();
  return {
    years: years.map((year) => {
      const those = works.filter((one) => one.year === year);
      return { year, works: those.length, citations: those.reduce((sum, { cited }) => sum + cited, 0) };
    }),
    types: countBy(works, ({ type }) => [type]),
    sources: countBy(works, ({ source }) => [source]),
    topics: countBy(works, ({ about }) => about).map(({ value, works }) => ({ topic: { id: value }, works })),
  };
}

interface Question {
  readonly list: (typeof workLists)[number];
  readonly filter: PlainFilter;
  readonly order: (typeof workOrders)[number];
  /** Items of a page. */
  readonly first: number;
}

async function check(works: readonly PlainWork[], { list, filter, order, first }: Question): Promise<void> {
  const [[name, belongs], [orderBy, compare]] = [list, order];
  const expected = works.filter((one) => belongs(one, works) && passes(one, filter)).sort(compare);
  const variables = { filter, orderBy };
  const whole = await ask(name, WHOLE, variables);
  const ids = await readAll(name, variables, first);
  const answer = { name, variables, ids, totalCount: whole?.totalCount, facets: whole?.facets };
  if (whole === null) expect(expected).toEqual([]);
  else {
    const totalCount = expected.length;
    expect(answer).toEqual({
      name,
      variables,
      ids: expected.map(({ id }) => id),
      totalCount,
      facets: facetsOf(expected),
    });
  }
}

test('every list of works holds just those that pass its filter, in its order; total and facets agree with it', async () => {
  const questions = fc.array(
    fc.record({
      list: fc.constantFrom(...workLists),
      filter: plainFilters,
      order: fc.constantFrom(...workOrders),
      first: fc.integer({ min: 2, max: 9 }),
    }),
    { minLength: 60, maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(plainWorks, questions, async (works, asked) => {
      await served().store(works.map(recordOf));
      for (const question of asked) await check(works, question);
    }),
    // Every graph is another one to the database, which plans its statements anew: few graphs, many questions.
    { numRuns: 3, endOnFailure: true },
  );
}, 300_000);

test('the long list of a node, read over an index of all works, is the same list', async () => {
  const works = fc.sample(plainWorks, { numRuns: 1, seed: 7 })[0] ?? [];
  await served().store(works.map(recordOf));
  const rules = [
    ...['yearFrom', 'yearTo', 'types', 'sources', 'topicIds', 'authorIds', 'institutionIds', 'allAuthorIds'],
    ...['minCitations', 'openAccess', 'retracted', 'text', 'startIds'],
  ];
  const nothing = Object.fromEntries(rules.map((rule) => [rule, null]));
  const owners = { RESEARCHER: 'A1', TOPIC: 'T1', INSTITUTION: 'I1', REFERENCES: 'W1', CITED_BY: 'W1' };
  const indexed = [
    [workLoaders.allByRank, 0],
    [workLoaders.allByCitationsAscending, 2],
    [workLoaders.allByYearDescending, 3],
    [workLoaders.allByYearAscending, 4],
    [workLoaders.allByTitleAscending, 5],
    [workLoaders.allByTitleDescending, 6],
  ] as const;
  for (const [at, [of, key]] of Object.entries(owners).entries())
    for (const [{ statement }, order] of indexed) {
      const belongs = workLists[at + 1]?.[1] ?? (() => false);
      const expected = works.filter((one) => belongs(one, works)).sort(workOrders[order]?.[1]);
      const set = { ...nothing, of, checkOwner: true };
      const params = { set, keys: [key], after: null, limit: 100 };
      const rows = await served().graph.database.read(statement, params as never);
      expect({ of, order, ids: rows.map(({ value }) => value.id) }).toEqual({
        of,
        order,
        ids: expected.map(({ id }) => id),
      });
    }
});
