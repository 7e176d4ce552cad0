import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { researchGraph } from '../support/built-command.js';
import { openTestDatabase } from '../support/graph.js';
import { furnishHome, newHome } from '../support/homes.js';
import { startImport } from '../support/import-process.js';
import { amissAfter, NOTHING_AMISS } from '../support/kept.js';
import { type Load, request, startLoad, untilAnswered, untilReady } from '../support/load.js';
import { mountMemoryDisk } from '../support/memory-disk.js';
import { writeOpenAlexWorks } from '../support/openalex-file.js';
import { PROMPT, type ServeCommand, startServe } from '../support/serve-command.js';

jest.setTimeout(240_000);

const disk = mountMemoryDisk('faults');
const home = disk?.folder ?? newHome('faults-');
if (disk) furnishHome(home);
const environment = {
  NEO4J_URI: '',
  RESEARCH_GRAPH_HOME: home,
  NEO4J_HEAP: '512m',
  NEO4J_PAGECACHE: '64m',
  RATE_LIMIT: 'off',
  ...PROMPT,
};
const people = ['ann', 'bob'];
const record = () => JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
const inGraph = async (text: string) => {
  const { boltUri, password } = record();
  const graph = await openTestDatabase(boltUri, password);
  return graph.query(text).finally(() => graph.database.close());
};

describe('under load, while the embedded database fails', () => {
  let server: ServeCommand;
  let tokens: string[];
  let researchers: string[];
  let load: Load;

  beforeAll(async () => {
    server = await startServe(home, environment);
    tokens = [];
    for (const sub of people) tokens.push((await researchGraph(home, 'token', '--sub', sub)).trim());
    researchers = (await inGraph('MATCH (r:Researcher) RETURN r.id AS id ORDER BY id LIMIT 20')).map(
      ({ id }) => `${id}`,
    );
  });
  afterAll(async () => {
    await server?.stop();
    if (disk) disk.unmount();
    else rmSync(home, { recursive: true });
  });
  beforeEach(async () => {
    await inGraph('MATCH (n) WHERE n:Account OR n:AuditEntry DETACH DELETE n');
    load = startLoad(server.address, { readers: 3, tokens, researchers });
    await untilAnswered(server.address);
  });
  afterEach(() => load.stop());

  const unavailable = async () => (await request(server.address, '{ graph { version } }')).outcome;
  /** A wrong answer with what the log of the server says of it. */
  const withReason = (answer: string): string => {
    const id = /"id":"([\w-]{36})"/.exec(answer)?.[1];
    return [answer, ...server.printed.split('\n').filter((line) => id !== undefined && line.includes(id))].join('\n');
  };
  /** The same server answers again, and all that it has acknowledged is there, once. */
  async function expectRecovery(): Promise<void> {
    await untilReady(server.address, true).catch((error) => {
      const lines = server.printed.split('\n').filter((line) => !line.includes('A request was answered'));
      throw new Error(`${error.message}; the server wrote: ${lines.join('\n').slice(-4_000)}`);
    });
    await untilAnswered(server.address);
    const amiss = await amissAfter(load, inGraph);
    expect({ ...amiss, wrong: amiss.wrong.map(withReason) }).toEqual(NOTHING_AMISS);
    expect(load.followers.every(({ deeds }) => deeds > 0)).toBe(true);
  }

  test('it stands still: each request is answered as UNAVAILABLE until it goes on', async () => {
    const { pid } = record();
    process.kill(pid, 'SIGSTOP');
    await untilReady(server.address, false);
    expect(await unavailable()).toBe('unavailable');
    process.kill(pid, 'SIGCONT');
    await expectRecovery();
    expect(record().pid).toBe(pid);
  });

  test('it is killed: it is started again, and an import beside ends in a sentence and can be run again', async () => {
    const file = join(home, 'works.gz');
    writeOpenAlexWorks(file, 600);
    const cut = startImport(file, home, environment);
    while ((await inGraph("MATCH (w:Work) WHERE w.id STARTS WITH 'W' RETURN count(w) > 0 AS some"))[0]?.some !== true);
    const { pid } = record();
    process.kill(pid, 'SIGKILL');
    await untilReady(server.address, false);
    expect(await unavailable()).toBe('unavailable');
    expect(
      (await cut.end) === 0 || /^The database went away while the import wrote into it\. [^\n]*\n$/m.test(cut.said()),
    ).toBe(true);
    await expectRecovery();
    expect(record().pid).not.toBe(pid);
    expect(server.printed).toMatch(/The embedded Neo4j ended: it is started again.*The embedded Neo4j runs again/s);
    const again = startImport(file, home, environment);
    expect([await again.end, again.said()]).toEqual([0, expect.stringContaining('"mode":"online"')]);
    expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0 });
  });

  (disk ? test : test.skip)(
    'its disk is full: it is UNAVAILABLE until there is room, and then started anew',
    async () => {
      disk?.fill(500_000);
      await untilReady(server.address, false);
      expect(await unavailable()).toBe('unavailable');
      disk?.clear();
      await expectRecovery();
    },
  );
});
