import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import getPort from 'get-port';
import { researchGraph } from '../support/built-command.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { type RunningCommand, startCommand, startImport } from '../support/import-process.js';
import { checksum, writeOpenAlexWorks } from '../support/openalex-file.js';

jest.setTimeout(300_000);

const WORKS = 2_000;
/** In works that are stored: early, and late. */
const MOMENTS = [500, 1_000];

const home = newHome('database-killed-');
const file = join(home, 'works.gz');
const environment = {
  NEO4J_URI: '',
  RESEARCH_GRAPH_HOME: home,
  NEO4J_HEAP: '512m',
  NEO4J_PAGECACHE: '64m',
  LOG_LEVEL: 'silent',
};
const record = () => JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
const importOnline = (): RunningCommand => startImport(file, home, environment);

async function inGraph<Result>(work: (graph: TestDatabase) => Promise<Result>): Promise<Result> {
  const { boltUri, password } = record();
  const graph = await openTestDatabase(boltUri, password);
  return work(graph).finally(() => graph.database.close());
}

/** Resolves when as many works are stored, and the import is in the middle of the next ones. */
const stored = (least: number): Promise<void> =>
  inGraph(async ({ query }) => {
    for (;;) {
      const [row] = await query('MATCH (w:Work) RETURN count(w) AS works');
      if ((row?.works as number) >= least) return;
      await setTimeout(20);
    }
  });

let undisturbed: string;
beforeAll(async () => {
  writeOpenAlexWorks(file, WORKS);
  await researchGraph(home, 'db', 'start');
  const { end, said } = importOnline();
  if ((await end) !== 0) throw new Error(said());
  undisturbed = await inGraph(checksum);
});
beforeEach(() => inGraph(wipe));
afterAll(async () => {
  await researchGraph(home, 'db', 'stop');
  rmSync(home, { recursive: true });
});

test('an import whose database is killed says so in one sentence, and run again it ends with the graph of an undisturbed one', async () => {
  for (const moment of MOMENTS) {
    const { end, said } = importOnline();
    await Promise.race([stored(moment), end]);
    process.kill(record().pid, 'SIGKILL');
    expect([await end, said()]).toEqual([1, expect.any(String)]);
    // One sentence after the progress, and no stack.
    expect(said()).toMatch(
      /^The database went away while the import wrote into it\. What was written is whole[^\n]*\n$/m,
    );
    await researchGraph(home, 'db', 'start');
  }
  const { end, said } = importOnline();
  expect([await end, said()]).toEqual([0, expect.stringContaining('"mode":"online"')]);
  expect(await inGraph(checksum)).toBe(undisturbed);
});

test('a server that is killed while an import runs beside it takes nothing from the import', async () => {
  const server = startCommand(['serve'], { ...environment, PORT: String(await getPort()) });
  // It fills an empty graph with the demo: the import's own graph is to be compared.
  while (!server.said().includes('answers at')) await once(server.process.stderr as NodeJS.ReadableStream, 'data');
  await inGraph(({ query }) => query('MATCH (n) WHERE NOT n:Meta DETACH DELETE n'));
  const { end, said } = importOnline();
  await Promise.race([stored(MOMENTS[0] as number), end]);
  server.process.kill('SIGKILL');
  expect([await end, said()]).toEqual([0, expect.stringContaining(`"created":${WORKS}`)]);
  expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0 });
  expect(await inGraph(({ query }) => query('MATCH (w:Work) RETURN count(w) AS works'))).toEqual([{ works: WORKS }]);
});
