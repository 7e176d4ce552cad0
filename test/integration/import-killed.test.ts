import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { withImportLease } from '../../src/ingest/import-lease.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { type RunningCommand, startImport } from '../support/import-process.js';
import { checksum, writeOpenAlexWorks } from '../support/openalex-file.js';

const WORKS = 2_000;
const KILLS = 20;

let graph: TestDatabase;
let folder: string;
let file: string;
beforeAll(async () => {
  graph = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'research-graph-killed-'));
  file = join(folder, 'works.gz');
  writeOpenAlexWorks(file, WORKS);
}, 120_000);
beforeEach(() => wipe(graph));
afterAll(async () => {
  await wipe(graph);
  await graph.database.close();
  rmSync(folder, { recursive: true });
});

/** Starts `research-graph import` into the test's graph. */
function start(path = file): RunningCommand {
  const { TEST_NEO4J_URI: uri = '', TEST_NEO4J_PASSWORD: password = '' } = process.env;
  return startImport(path, folder, {
    NEO4J_URI: uri,
    NEO4J_USER: 'neo4j',
    NEO4J_PASSWORD: password,
    RESEARCH_GRAPH_HOME: folder,
  });
}
async function importWhole(): Promise<void> {
  const { end, said } = start();
  if ((await end) !== 0) throw new Error(said());
}
const works = async () => (await graph.query('MATCH (w:Work) RETURN count(w) AS works'))[0]?.works as number;

test('an import that is killed at any moment, again and again, and then run to its end leaves the graph of an undisturbed one', async () => {
  await importWhole();
  const undisturbed = await checksum(graph);
  await wipe(graph);

  // So long after so many works are stored: a moment of the clock alone would mostly miss on a machine that is busy.
  const moment = fc.tuple(fc.nat(WORKS - 1), fc.nat(500));
  const moments = fc.sample(fc.noBias(moment), KILLS).sort(([one], [other]) => one - other);
  const stored: number[] = [];
  for (const [least, wait] of moments) {
    const { process: child, end } = start();
    const ended = new AbortController();
    void end.then(() => ended.abort());
    while (!ended.signal.aborted && (await works()) < least) await setTimeout(10);
    await Promise.race([setTimeout(wait), end]);
    child.kill('SIGKILL');
    await end;
    stored.push(await works());
  }
  await importWhole();
  expect({ moments, stored, graph: await checksum(graph) }).toEqual({ moments, stored, graph: undisturbed });
  // Kills that all came before the first chunk, or after the last, would have shown nothing.
  expect(stored.some((count) => count > 0 && count < WORKS)).toBe(true);
}, 300_000);

test('a gzip file that was cut short is named before anything is written', async () => {
  const cut = join(folder, 'cut.gz');
  writeFileSync(cut, readFileSync(file).subarray(0, 30_000));
  const { end, said } = start(cut);
  expect(await end).toBe(1);
  expect(said()).toContain(cut);
  expect(await works()).toBe(0);
});

describe('of two imports into one graph', () => {
  test('the second is refused, told who is at it, and writes nothing', async () => {
    await withImportLease(graph.database, async () => {
      const { end, said } = start();
      expect(await end).toBe(1);
      expect(said()).toMatch(
        new RegExp(
          `^Another import is writing into this graph: process ${process.pid} on ${hostname()}, since \\S+Z\\. ` +
            'Wait until it is done; if it died, its hold ends by itself in \\d+ s\\.\n$',
        ),
      );
      expect(await works()).toBe(0);
    });
    await importWhole();
    expect(await works()).toBe(WORKS);
  }, 60_000);

  test('one that died elsewhere holds the graph until its hold ends, and no longer', async () => {
    await withImportLease(graph.database, async () => undefined);
    await graph.query(
      `MATCH (lease:Meta {id: 'import-lease'})
       SET lease.token = 'gone', lease.host = 'elsewhere', lease.pid = 1, lease.since = '2024-01-01T00:00:00Z',
         lease.expiresAt = datetime.realtime().epochMillis + 60000`,
    );
    const second = () => withImportLease(graph.database, async () => 'done');
    await expect(second()).rejects.toThrow('process 1 on elsewhere, since 2024-01-01T00:00:00Z');
    await graph.query("MATCH (lease:Meta {id: 'import-lease'}) SET lease.expiresAt = datetime.realtime().epochMillis");
    await expect(second()).resolves.toBe('done');
  });

  test('one whose hold was taken over meanwhile says so at its end', async () => {
    const first = withImportLease(
      graph.database,
      async () => {
        await graph.query(
          `MATCH (lease:Meta {id: 'import-lease'})
           SET lease.token = 'other', lease.host = 'elsewhere', lease.expiresAt = datetime.realtime().epochMillis + 9000`,
        );
        await setTimeout(1_000);
      },
      1,
    );
    await expect(first).rejects.toThrow(/^This import was not heard of for too long, and another has begun/);
    const [lease] = await graph.query("MATCH (lease:Meta {id: 'import-lease'}) RETURN lease.token AS token");
    expect(lease).toEqual({ token: 'other' });
  });
});
