import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { researchGraph } from '../support/built-command.js';
import { openTestDatabase } from '../support/graph.js';
import { furnishHome } from '../support/homes.js';
import { startCommand } from '../support/import-process.js';
import { graphChecksum, writeOpenAlexWorks } from '../support/openalex-file.js';

jest.setTimeout(300_000);

const home = join(tmpdir(), `research-graph-disk-full-${process.pid}`);
const file = `${home}.gz`;
const ballast = join(home, 'ballast');

/** Makes the home a disk of its own, of 700 MB of memory; false where this user may not. */
function mountHome(): boolean {
  mkdirSync(home);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'tmpfs', home], { stdio: 'ignore' });
    return true;
  } catch {
    rmSync(home, { recursive: true });
    return false;
  }
}
const mounted = mountHome();
if (!mounted) console.warn('A disk of memory cannot be mounted here: the tests of a full disk are skipped');

/** Fills the disk up to so many bytes. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(home);
  execFileSync('fallocate', ['-l', String(bavail * bsize - left), ballast]);
}

async function importWorks(): Promise<{ readonly code: number | null; readonly said: string }> {
  const command = startCommand(['import', file, '--rejects', `${file}.rejects.jsonl`], {
    NEO4J_URI: '',
    RESEARCH_GRAPH_HOME: home,
    NEO4J_HEAP: '512m',
    NEO4J_PAGECACHE: '64m',
  });
  return { code: await command.end, said: command.said() };
}

async function storedGraph(): Promise<string> {
  await researchGraph(home, 'db', 'start');
  const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
  const graph = await openTestDatabase(boltUri, password);
  return graphChecksum(graph).finally(() => graph.database.close());
}

(mounted ? describe : describe.skip)('a disk that becomes full', () => {
  let undisturbed: string;
  beforeAll(() => {
    furnishHome(home);
    writeOpenAlexWorks(file, 2_500);
  });
  afterAll(async () => {
    await researchGraph(home, 'db', 'stop');
    execFileSync('umount', ['-l', home]);
    for (const path of [home, file]) rmSync(path, { recursive: true });
  });

  test('ends a bulk import with one sentence and without a trace; with room it runs', async () => {
    fill(1_800_000);
    const { code, said } = await importWorks();
    expect(code).toBe(1);
    expect(said).toMatch(/^[^\n]*no space left on device[^\n]*\n$/im);
    expect(readdirSync(home).filter((name) => name.startsWith('import-'))).toEqual([]);
    rmSync(ballast);
    expect(await importWorks()).toEqual({ code: 0, said: expect.stringContaining('2,500') });
    undisturbed = await storedGraph();
  });

  test('ends an online import with one sentence; with room it is run again and ends with the same graph', async () => {
    await researchGraph(home, 'db', 'reset');
    await researchGraph(home, 'db', 'start');
    fill(5_000_000);
    const { code, said } = await importWorks();
    expect(code).toBe(1);
    expect(said).toMatch(/^The database cannot write any more \([^\n]*\): its disk is full[^\n]*\n$/m);
    // While it is full there is nothing to be done but to say so.
    const again = await importWorks();
    expect(again.code).toBe(1);
    expect(again.said).toMatch(/^[^\n]*(no space left on device|disk space)[^\n]*make room[^\n]*\n$/im);
    rmSync(ballast);
    await researchGraph(home, 'db', 'start');
    expect(await importWorks()).toEqual({ code: 0, said: expect.stringContaining('2,500') });
    expect(await storedGraph()).toBe(undisturbed);
  });
});
