import { loadStatements } from '../../src/core/queries.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import { stepsOf } from '../support/explain.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';

const WORKS = 400;
const texts = loadStatements(projectPath('cypher'));
let graph: TestDatabase;

beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  const works = Array.from({ length: WORKS }, (_, at) =>
    work({ id: `W${at}`, title: `Title ${at}`, year: 1900 + (at % 90), cited: at % 80, by: [`A${at}`, `A${at % 90}`] }),
  );
  await importOnline(graph.database, inBatches(works), { maxAuthors: 100 });
  await graph.query(
    "MATCH (r:Researcher {id: 'A7'}) SET r.claim = 'CLAIMED', r.openToCollaborate = false, r.consistent = false",
  );
});
afterAll(() => graph?.database.close());

const rules = [
  ...['yearFrom', 'yearTo', 'types', 'sources', 'topicIds', 'authorIds', 'institutionIds', 'allAuthorIds', 'text'],
  ...['minCitations', 'openAccess', 'retracted', 'minWorks', 'country', 'type', 'subfield', 'field', 'domain'],
  ...['claimStatus', 'openToCollaborate', 'consistent'],
];
const unfiltered = Object.fromEntries(rules.map((rule) => [rule, null]));
const set = { ...unfiltered, of: 'ALL', checkOwner: false, startIds: null };
const everything = { set, keys: ['all'], after: null, limit: 5 };

describe('a page of everything walks an index in its order and stops when it is full', () => {
  test.each([
    ['work.all-by-rank', 'w:Work(citationCount, sortYear)', 1],
    ['work.all-by-year-descending', 'w:Work(sortYear, citationCount)', 1],
    ['work.all-by-year-ascending', 'w:Work(sortYear, citationCount)', 2],
    ['work.all-by-title-ascending', 'w:Work(sortTitle)', 1],
    ['work.all-by-title-descending', 'w:Work(sortTitle)', 1],
    ['researcher.all-by-works-descending', 'r:Researcher(worksCount)', 1],
    ['researcher.all-by-citations-ascending', 'r:Researcher(citationCount)', 1],
    ['researcher.all-by-citations-descending', 'r:Researcher(citationCount)', 1],
    ['researcher.all-by-name-ascending', 'r:Researcher(sortName)', 1],
    ['researcher.all-by-name-descending', 'r:Researcher(sortName)', 1],
  ])('%s', async (file, index, seeks) => {
    const plan = await stepsOf(texts.get(file) ?? '', everything, 'PROFILE');
    const read = plan.filter(({ operator }) => operator.startsWith('NodeIndexSeek'));
    expect(read.map(({ details }) => details)).toEqual(Array(seeks).fill(expect.stringContaining(index)));
    expect(Math.max(...read.map(({ rows }) => rows ?? WORKS))).toBeLessThan(WORKS / 5);
    const sorted = plan.filter(({ operator }) => /^(Sort|Top)/.test(operator));
    for (const { rows } of sorted) expect(rows).toBeLessThanOrEqual(5);
  });

  test.each([
    ['researcher.all-by-works-ascending', 'r:Researcher(worksCount)'],
    ['topic.all', 't:Topic(worksCount)'],
    ['institution.all', 'i:Institution(worksCount)'],
  ])('%s sorts no more than equals', async (file, index) => {
    const plan = await stepsOf(texts.get(file) ?? '', everything, 'PROFILE');
    const read = plan.filter(({ operator }) => operator.startsWith('NodeIndexSeek'));
    expect(read.map(({ details }) => details)).toEqual([expect.stringContaining(index)]);
    expect(plan.map(({ operator }) => operator)).toContainEqual(expect.stringMatching(/^PartialTop/));
  });

  test('least cited works come from the index of citations, and those without a year from that of years', async () => {
    const plan = await stepsOf(texts.get('work.all-by-citations-ascending') ?? '', everything, 'PROFILE');
    const read = plan.filter(({ operator }) => operator.startsWith('NodeIndexSeek'));
    expect(read.map(({ details }) => details).sort()).toEqual([
      expect.stringContaining('w:Work(citationCount, sortYear)'),
      expect.stringContaining('w:Work(sortYear, citationCount)'),
    ]);
    expect(Math.max(...read.map(({ rows }) => rows ?? WORKS))).toBeLessThan(WORKS / 5);
  });

  test.each(['work.all-by-rank', 'work.count', 'work.list'])(
    'a rule that is not given is not looked at, whatever works are: %s',
    async (file) => {
      const plan = await stepsOf(
        texts.get(file) ?? '',
        { ...everything, order: 'RANK', set: { ...set, types: ['none'] } },
        'PROFILE',
      );
      const expanded = plan.filter(({ operator }) => operator.startsWith('Expand'));
      expect(expanded.length).toBeGreaterThan(3);
      for (const { rows } of expanded) expect(rows).toBe(0);
    },
  );

  test('works of a year are found without walking the others', async () => {
    const params = { ...everything, set: { ...set, yearTo: 1905 } };
    const plan = await stepsOf(texts.get('work.all-by-year-descending') ?? '', params, 'PROFILE');
    const seek = plan.find(({ operator }) => operator.startsWith('NodeIndexSeek'));
    expect(seek?.rows).toBeLessThan(WORKS / 10);
  });

  test.each([
    ['CLAIM', { claimStatus: 'CLAIMED' }, 'r:Researcher(claim)'],
    ['CLOSED', { openToCollaborate: false }, 'r:Researcher(openToCollaborate)'],
    ['MIXED', { consistent: false }, 'r:Researcher(consistent)'],
  ])('the few researchers who are %s are found without walking the others', async (from, rule, index) => {
    for (const file of ['researcher.list', 'researcher.count']) {
      const params = { ...everything, order: 'WORKS_DESC', set: { ...set, ...rule, from } };
      const plan = await stepsOf(texts.get(file) ?? '', params, 'PROFILE');
      const seeks = plan.filter(
        ({ operator, details }) => operator.startsWith('NodeIndexSeek') && details.includes(index),
      );
      expect(seeks.map(({ rows }) => rows)).toEqual([1]);
      const read = plan.filter(({ operator }) => /^Node.*(Seek|Scan)/.test(operator)).map(({ rows }) => rows ?? WORKS);
      expect(Math.max(...read)).toBe(1);
    }
  });
});
