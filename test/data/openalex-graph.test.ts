import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, researchGraph } from '../support/built-command.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { type RawFacts, recountFiles } from '../support/raw-recount.js';

const folder = join(__dirname, '..', '..', '..', 'shared', 'data', 'openalex');
const files = {
  'one file of works': [join(folder, 'works', 'part_000.gz')],
  'everything there is': [folder],
};
const present = existsSync(folder);
if (!present) console.warn(`${folder} is not there: the tests on real records are skipped`);

const COUNT_NODES = 'MATCH (n:Work|Researcher|Topic|Institution) RETURN labels(n)[0] AS name, count(*) AS count';
const COUNT_EDGES = 'MATCH ()-[e]->() RETURN type(e) AS name, count(*) AS count, sum(e.works) AS works';

(present ? describe : describe.skip)('the real OpenAlex records', () => {
  let home: string;
  let graph: TestDatabase | undefined;

  beforeAll(build, 60_000);
  beforeEach(() => {
    home = newHome('data-');
  });
  afterEach(async () => {
    await graph?.database.close();
    await researchGraph(home, 'db', 'stop');
    rmSync(home, { recursive: true });
  }, 60_000);

  async function openGraph(): Promise<TestDatabase> {
    await researchGraph(home, 'db', 'start');
    const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
    Object.assign(process.env, { TEST_NEO4J_URI: boltUri, TEST_NEO4J_PASSWORD: password });
    graph = await openTestDatabase();
    return graph;
  }

  async function expectGraph(facts: RawFacts): Promise<void> {
    const { query } = await openGraph();
    const nodes = Object.fromEntries((await query(COUNT_NODES)).map(({ name, count }) => [name, count]));
    const rows = await query(COUNT_EDGES);
    expect(nodes).toEqual(facts.nodes);
    expect(Object.fromEntries(rows.map(({ name, count }) => [name, count]))).toEqual(facts.edges);
    for (const [type, works] of Object.entries(facts.jointWorks))
      expect([type, rows.find(({ name }) => name === type)?.works]).toEqual([type, works]);
    const [sum] = await query('MATCH (w:Work) RETURN sum(w.citationCount) AS citations, sum(w.authorCount) AS names');
    expect(sum).toEqual({ citations: facts.citations, names: facts.names });
  }

  test.each(Object.entries(files))(
    'in bulk, %s: nodes and edges are those of a recount of the raw files',
    async (_, paths) => {
      const summary = JSON.parse(await researchGraph(home, 'import', ...paths, '--json'));
      const facts = await recountFiles(paths);
      expect(summary.mode).toBe('bulk');
      expect(summary.kinds.work.read).toBe(facts.lines.work);
      expect(summary.namesWithoutId).toBe(facts.namesWithoutId);
      await expectGraph(facts);
      expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0 });
    },
    600_000,
  );

  test('online, one file of works: nodes and edges are those of a recount of the raw files', async () => {
    const paths = files['one file of works'];
    const summary = JSON.parse(await researchGraph(home, 'import', ...paths, '--json', '--mode', 'online'));
    expect(summary).toMatchObject({ mode: 'online', kinds: { work: { read: 14_000, created: 14_000 } } });
    await expectGraph(await recountFiles(paths));
    expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0 });
  }, 600_000);
});
