import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { researchGraph } from '../support/built-command.js';
import { openTestDatabase } from '../support/graph.js';
import { furnishHome } from '../support/homes.js';
import { startCommand } from '../support/import-process.js';
import { mountMemoryDisk } from '../support/memory-disk.js';
import { graphChecksum, writeOpenAlexWorks } from '../support/openalex-file.js';

jest.setTimeout(300_000);

const disk = mountMemoryDisk('disk-full');
const home = disk?.folder ?? '';
const file = `${home}.gz`;

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

(disk ? describe : describe.skip)('a disk that becomes full', () => {
  let undisturbed: string;
  beforeAll(() => {
    furnishHome(home);
    writeOpenAlexWorks(file, 2_500);
  });
  afterAll(async () => {
    await researchGraph(home, 'db', 'stop');
    disk?.unmount();
    rmSync(file);
  });

  test('ends a bulk import with one sentence and without a trace; with room it runs', async () => {
    disk?.fill(1_800_000);
    const { code, said } = await importWorks();
    expect(code).toBe(1);
    expect(said).toMatch(/^[^\n]*no space left on device[^\n]*\n$/im);
    expect(readdirSync(home).filter((name) => name.startsWith('import-'))).toEqual([]);
    disk?.clear();
    expect(await importWorks()).toEqual({ code: 0, said: expect.stringContaining('2,500') });
    undisturbed = await storedGraph();
  });

  test('ends an online import with one sentence; with room it is run again and ends with the same graph', async () => {
    await researchGraph(home, 'db', 'reset');
    await researchGraph(home, 'db', 'start');
    disk?.fill(5_000_000);
    const { code, said } = await importWorks();
    expect(code).toBe(1);
    expect(said).toMatch(/^The database cannot write any more \([^\n]*\): its disk is full[^\n]*\n$/m);
    // While it is full there is nothing to be done but to say so.
    const again = await importWorks();
    expect(again.code).toBe(1);
    expect(again.said).toMatch(/^[^\n]*(no space left on device|disk space)[^\n]*make room[^\n]*\n$/im);
    disk?.clear();
    await researchGraph(home, 'db', 'start');
    expect(await importWorks()).toEqual({ code: 0, said: expect.stringContaining('2,500') });
    expect(await storedGraph()).toBe(undisturbed);
  });
});
