import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import '../../src/cli/commands.js';
import { declaredStatements, loadStatements } from '../../src/core/queries.js';
import { EdgeType } from '../../src/graph/edge-type.js';
import { columnsOf, type Plan, stepsOf } from '../support/explain.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { headerOf } from '../support/statement-header.js';

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

const fives = { works: 5, topics: 5, institutions: 5, researchers: 5 };

describe('lists of a hub come from the index in rank order', () => {
  test.each([
    ['topic.works', 'ABOUT(topicId, citationCount, year)'],
    ['topic.researchers', 'RESEARCHES(topicId, works)'],
    ['institution.works', 'PRODUCED_AT(institutionId, citationCount, year)'],
    ['institution.researchers', 'AFFILIATED(institutionId, works)'],
    ['institution.topics', 'ACTIVE_IN(institutionId, works)'],
    ['institution.partners', 'PARTNER(lowerId, works)', 'PARTNER(higherId, works)'],
  ])('%s', async (file, ...indexes) => {
    const params = { set, keys: ['T1'], limit: 5, after: null };
    const plan = await stepsOf(statement(file), params);
    const seeks = plan.filter(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    const sought = seeks.map(({ details }) => /\[e:([^\]]*)\]/.exec(details)?.[1]);
    expect(sought.sort()).toEqual(indexes.sort());
    // Sorted within equal ranks alone: a full sort would read the whole hub.
    expect(plan.map(({ operator }) => operator)).toContainEqual(expect.stringMatching(/^PartialTop/));
    const sorted = plan.filter(({ operator }) => /^(Sort|Top)/.test(operator));
    // The best of two indexes are sorted together.
    expect(sorted).toHaveLength(indexes.length - 1);
    expect(plan.map(({ operator }) => operator)).not.toContainEqual(expect.stringMatching(/Scan/));
  });

  test('the first page of a hub reads a few rows, not the hub', async () => {
    const params = { set, keys: ['T1'], limit: 5, after: null };
    const plan = await stepsOf(statement('topic.works'), params, 'PROFILE');
    const seek = plan.find(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seek?.rows).toBeGreaterThanOrEqual(5);
    expect(seek?.rows).toBeLessThan(WORKS / 10);
  });

  test.each([
    ['with edges', 'graph.slice', 10],
    ['without edges', 'graph.star', 8],
  ])('a slice around a hub %s seeks all of its rankings, and scans nothing', async (_, file, count) => {
    const params = { keys: ['T1'], ...fives, withSources: true, withTotals: true };
    const plan = await stepsOf(statement(file), params);
    const seeks = plan.filter(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seeks).toHaveLength(count);
    expect(plan.map(({ operator }) => operator)).not.toContainEqual(expect.stringMatching(/Scan/));
    const ranked = plan.filter(({ operator }) => /^PartialTop/.test(operator));
    expect(ranked.length).toBeGreaterThanOrEqual(8);
  });

  const everything = {
    ...{ byYear: false, yearFrom: -1_000_000, yearTo: 1_000_000, minWorks: 1 },
    edgeTypes: Object.values(EdgeType),
  };

  test.each([
    ['graph.slice', { keys: ['I1'], ...fives, withSources: true, withTotals: true }],
    ['graph.slice-of-researcher', { keys: ['A1'], ...fives, withSources: true, withTotals: true }],
    ['graph.edges', { keys: ['W1|T1|I1|A1'], ...everything }],
  ])('%s looks hubs up by both ends, and reads none of their edges beside', async (file, params) => {
    const plan = await stepsOf(statement(file), params);
    const seeks = plan.flatMap(({ operator, details }) => (operator.startsWith('DirectedRel') ? [details] : []));
    expect(seeks).toContainEqual(expect.stringContaining('lowerId IN hubs AND higherId IN others'));
    expect(seeks).toContainEqual(expect.stringContaining('institutionId IN hubs AND topicId IN others'));
  });

  const years = { ...everything, byYear: true, yearFrom: 2019, yearTo: 2021 };
  const room = { ...fives, most: 100 };
  const rowsOf = (plan: readonly Plan[]) => Math.max(...plan.map(({ rows }) => rows ?? 0));

  test('a further ring seeks all of the rankings of a hub, and scans nothing', async () => {
    const plan = await stepsOf(statement('graph.ring'), { keys: ['T1|'], ...room, ...years });
    const seeks = plan.filter(({ operator }) => operator.startsWith('DirectedRelationshipIndexSeek'));
    expect(seeks).toHaveLength(8);
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

  test.each(['schema.2-name-partners', 'schema.2-name-active-in'])(
    '%s brings up a large graph in parts, without gathering all of it first',
    async (file) => {
      const operators = (await stepsOf(statement(file), {})).map(({ operator }) => operator);
      expect(operators).toContainEqual(expect.stringMatching(/^TransactionForeach/));
      expect(operators).not.toContainEqual(expect.stringMatching(/^Eager/));
    },
  );

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
  const header = /^\/\/ Columns: (.*)$/m.exec(headerOf(file))?.[1] ?? '';
  const named = header.replace(/ ?\([^)]*\)| ?\{[^}]*\}/g, '').split(', ');
  expect((await columnsOf(statement(file))).sort()).toEqual(header === 'none' ? [] : named.sort());
});
