import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import '../../src/cli/commands.js';
import { declaredStatements, loadStatements } from '../../src/core/queries.js';
import { EdgeType } from '../../src/graph/edge-type.js';
import { columnsOf, type Plan, stepsOf } from '../support/explain.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';

let graph: TestDatabase;

const WORKS = 400;
/** One topic and one institution that everything belongs to: hubs, for a graph of this size. */
const hubs = Array.from({ length: WORKS }, (_, at) =>
  work({ id: `W${at}`, cited: at % 50, by: [`A${at % 90}`, `A${(at * 7) % 90}`], at: ['I1'], about: ['T1'] }),
);

beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  await importOnline(graph.database, inBatches(hubs), { maxAuthors: 100 });
});
afterAll(() => graph?.database.close());

const texts = loadStatements(projectPath('cypher'));
const statement = (file: string) => texts.get(file) ?? '';

const rules = [
  ...['yearFrom', 'yearTo', 'types', 'sources', 'topicIds', 'authorIds', 'institutionIds', 'allAuthorIds'],
  ...['minCitations', 'openAccess', 'retracted'],
];
const set = { ...Object.fromEntries(rules.map((rule) => [rule, null])), of: 'TOPIC', checkOwner: false };

describe('lists of a hub come from the index in rank order', () => {
  test.each([
    ['topic.works', 'ABOUT(topicId, citationCount, year)'],
    ['topic.researchers', 'RESEARCHES(topicId, works)'],
    ['institution.works', 'PRODUCED_AT(institutionId, citationCount, year)'],
    ['institution.researchers', 'AFFILIATED(institutionId, works)'],
  ])('%s', async (file, index) => {
    const params = { set, keys: ['T1'], limit: 5, after: null };
    const plan = await stepsOf(statement(file), params);
    const seeks = plan.filter(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seeks.map(({ details }) => details)).toEqual([expect.stringContaining(`[e:${index}]`)]);
    // Sorted within equal ranks alone: a full sort would read the whole hub.
    expect(plan.map(({ operator }) => operator)).toContainEqual(expect.stringMatching(/^PartialTop/));
    expect(plan.map(({ operator }) => operator)).not.toContainEqual(expect.stringMatching(/^(Sort|Top)/));
    expect(plan.map(({ operator }) => operator)).not.toContainEqual(expect.stringMatching(/Scan/));
  });

  test('the first page of a hub reads a few rows, not the hub', async () => {
    const params = { set, keys: ['T1'], limit: 5, after: null };
    const plan = await stepsOf(statement('topic.works'), params, 'PROFILE');
    const seek = plan.find(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seek?.rows).toBeGreaterThanOrEqual(5);
    expect(seek?.rows).toBeLessThan(WORKS / 10);
  });

  test('a slice around a hub seeks all of its rankings, and scans nothing', async () => {
    const params = {
      keys: ['T1'],
      works: 5,
      topics: 5,
      institutions: 5,
      researchers: 5,
      withEdges: true,
      withSources: true,
      withTotals: true,
    };
    const plan = await stepsOf(statement('graph.slice'), params);
    const seeks = plan.filter(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seeks).toHaveLength(5);
    expect(plan.map(({ operator }) => operator)).not.toContainEqual(expect.stringMatching(/Scan/));
    const ranked = plan.filter(({ operator }) => /^PartialTop/.test(operator));
    expect(ranked.length).toBeGreaterThanOrEqual(5);
  });

  const everything = {
    ...{ byYear: false, yearFrom: -1_000_000, yearTo: 1_000_000, minWorks: 1 },
    edgeTypes: Object.values(EdgeType),
  };
  const years = { ...everything, byYear: true, yearFrom: 2019, yearTo: 2021 };
  const room = { works: 5, topics: 5, institutions: 5, researchers: 5, most: 100 };
  const rowsOf = (plan: readonly Plan[]) => Math.max(...plan.map(({ rows }) => rows ?? 0));

  test('a further ring seeks all of the rankings of a hub, and scans nothing', async () => {
    const plan = await stepsOf(statement('graph.ring'), { keys: ['T1|'], ...room, ...years });
    const seeks = plan.filter(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seeks).toHaveLength(5);
    expect(plan.map(({ operator }) => operator)).not.toContainEqual(expect.stringMatching(/Scan/));
  });

  test.each([
    ['T1', everything],
    ['I1', everything],
    ['T1', years],
  ])('a further ring reads a few rows of the hub %s, not the hub', async (hub, filter) => {
    const plan = await stepsOf(statement('graph.ring'), { keys: [`${hub}|`], ...room, ...filter }, 'PROFILE');
    const seeks = plan.filter(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seeks.reduce((sum, { rows }) => sum + (rows ?? 0), 0)).toBeGreaterThanOrEqual(10);
    expect(seeks.reduce((sum, { rows }) => sum + (rows ?? 0), 0)).toBeLessThan(WORKS / 4);
    expect(rowsOf(plan)).toBeLessThan(WORKS);
  });

  test('a further ring does not follow a node along edges of which it has too many', async () => {
    const plan = await stepsOf(statement('graph.ring'), { keys: ['A0|'], ...room, most: 3, ...everything }, 'PROFILE');
    expect(rowsOf(plan)).toBeLessThan(10);
  });

  test.each(['graph.edges', 'graph.totals', 'graph.frontier', 'graph.drawn'])('%s scans nothing', async (file) => {
    const params = {
      ...{
        keys: ['W1|T1|I1|A1'],
        ids: ['A1'],
        types: ['RESEARCHER'],
        among: null,
        since: null,
        most: 100,
        allTypes: true,
      },
      ...years,
    };
    const operators = (await stepsOf(statement(file), params)).map(({ operator }) => operator);
    expect(operators).toContainEqual(expect.stringMatching(/^NodeUniqueIndexSeek/));
    expect(operators).not.toContainEqual(expect.stringMatching(/Scan/));
  });

  test('the last level of a path leaves the database only where it meets the other side', async () => {
    const params = {
      ...{ ids: ['T1'], types: ['TOPIC'], among: ['W7'], since: null, most: 100 },
      ...{ ...everything, allTypes: true },
    };
    const plan = await stepsOf(statement('graph.frontier'), params, 'PROFILE');
    const filtered = plan.filter(({ details }) => details.includes('$among'));
    expect(filtered.map(({ rows }) => rows)).toEqual([1]);
  });
});

test.each(
  declaredStatements()
    .filter(({ mode }) => mode !== 'schema')
    .map(({ file }) => file),
)('%s returns the columns that its header names', async (file) => {
  const text = statement(file);
  const header = /^\/\/ Columns: (.*)$/m.exec(text)?.[1] ?? '';
  const named = header.replace(/ ?\([^)]*\)| ?\{[^}]*\}/g, '').split(', ');
  expect((await columnsOf(text)).sort()).toEqual(header === 'none' ? [] : named.sort());
});
