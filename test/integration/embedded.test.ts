import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Database } from '../../src/core/database.js';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '../../src/neo4j/embedded.js';
import { EXPECTED_JARS } from '../../src/neo4j/jars.js';
import { freePorts } from '../../src/neo4j/launch.js';
import { layoutOf } from '../../src/neo4j/layout.js';
import { writeRecord } from '../../src/neo4j/record.js';
import { runAdmin } from '../../src/neo4j/run-admin.js';
import { embeddedStatus, resetEmbedded, stopEmbedded } from '../../src/neo4j/running.js';
import { newHome } from '../support/homes.js';

// Half a dozen starts in one test, on a machine that does other things too.
jest.setTimeout(300_000);

const home = newHome('embedded-');
const otherHome = newHome('embedded-other-');
const layout = layoutOf(home);
/** The latest server that a test started itself: the next test may go on with it. */
let ours: EmbeddedServer;
const record = () => JSON.parse(readFileSync(layout.record, 'utf8'));
const start = (options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> =>
  startEmbedded({ home, heap: '512m', pageCache: '128m', ...options });

async function ask(server: EmbeddedServer, text: string): Promise<unknown[]> {
  const { boltUri: uri, user, password } = server;
  const database = new Database(
    { uri, user, password, database: 'neo4j', statementTimeout: 5_000 },
    new Map([['ask', text]]),
  );
  try {
    return await database.execute({ file: 'ask', mode: 'write' }, {});
  } finally {
    await database.close();
  }
}

/** Addresses on which the process listens, as the kernel lists them. */
function listeningAddresses(pid: number): string[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [execFileSync('readlink', [`/proc/${pid}/fd/${fd}`], { encoding: 'utf8' }).trim()];
      } catch {
        return [];
      }
    }),
  );
  const LISTEN = '0A';
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTEN && sockets.has(`socket:[${columns[9]}]`))
      .map((columns) => columns[1]?.split(':')[0] ?? ''),
  );
}

afterAll(async () => {
  for (const each of [home, otherHome]) {
    await stopEmbedded(each);
    rmSync(each, { recursive: true });
  }
});

describe('starting', () => {
  let server: EmbeddedServer;
  beforeAll(async () => {
    server = await start();
  });

  test('gives a server that answers with the password it chose', async () => {
    expect(await ask(server, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
    expect(server.password.length).toBeGreaterThanOrEqual(24);
  });

  test('writes a file with the address and password that only its owner reads', () => {
    const { boltUri, httpUri, user, password, pid } = server;
    expect(record()).toEqual({ boltUri, httpUri, user, password, pid, users: [process.pid], stopped: false });
    expect(statSync(layout.record).mode & 0o777).toBe(0o600);
  });

  test('listens on this machine alone, at the two addresses in the file', () => {
    const loopback = ['0100007F', '0000000000000000FFFF00000100007F'];
    const addresses = listeningAddresses(server.pid);
    expect(addresses).toHaveLength(2);
    expect(addresses.filter((address) => !loopback.includes(address))).toEqual([]);
  });

  test('answers over HTTP at the address in the file', async () => {
    expect(await (await fetch(server.httpUri)).json()).toMatchObject({ neo4j_edition: 'community' });
  });

  test('keeps every jar that the pom lists', () => {
    expect(readdirSync(layout.jars)).toHaveLength(EXPECTED_JARS);
  });

  test('again finds it running, and stopping that one leaves it running', async () => {
    const second = await start();
    expect(second).toMatchObject({ reused: true, pid: server.pid, boltUri: server.boltUri });
    await second.stop();
    expect((await embeddedStatus(home)).state).toBe('running');
  });

  test('refuses neo4j-admin while it runs', async () => {
    await expect(runAdmin(home, ['database', 'check', 'neo4j'])).rejects.toThrow(/is running: stop it first/);
  });
});

describe('a server that was killed', () => {
  test('is noticed, and the next start finds its data at the same address', async () => {
    const first = await start();
    const notice = await start();
    await ask(first, 'CREATE (:Probe {n: 7})');
    process.kill(first.pid, 'SIGKILL');
    await notice.exited;
    expect(record().pid).toBe(first.pid);
    expect((await embeddedStatus(home)).state).toBe('stopped');
    ours = await start();
    expect(ours).toMatchObject({ reused: false, boltUri: first.boltUri, password: first.password });
    expect(await ask(ours, 'MATCH (p:Probe) RETURN p.n AS n')).toEqual([{ n: 7 }]);
  });

  test('is told to whoever started it', async () => {
    process.kill(ours.pid, 'SIGKILL');
    expect(await ours.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test('does not make us end the program that has its process id now', async () => {
    const bystander = spawn('sleep', ['600']);
    try {
      await writeRecord(layout.record, { ...record(), pid: bystander.pid });
      expect((await embeddedStatus(home)).state).toBe('stopped');
      expect(await stopEmbedded(home)).toBe(false);
      expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
    } finally {
      bystander.kill();
    }
  });
});

describe('several starters at once', () => {
  test('end with one server that all of them use', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    expect(servers.filter(({ reused }) => !reused)).toHaveLength(1);
  });

  test('take over from one that was killed half-way', async () => {
    await stopEmbedded(home);
    const program = `require('proper-lockfile').lock(${JSON.stringify(layout.lock)}, { lockfilePath: ${JSON.stringify(layout.lock)}, realpath: false }).then(() => { console.log('held'); setInterval(() => {}, 1000); })`;
    const holder = spawn('node', ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(existsSync(layout.lock)).toBe(true);
    ours = await start();
    expect(ours.reused).toBe(false);
  });
});

describe('stopping', () => {
  test('ends the process and says so in the file, though a user was killed', async () => {
    const killed = spawn('sleep', ['600']);
    await writeRecord(layout.record, { ...record(), users: [killed.pid, ...record().users] });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await ours.stop();
    await ours.exited;
    expect(record().pid).toBeNull();
    expect(await stopEmbedded(home)).toBe(false);
  });
});

describe('a port that is taken between choosing and starting', () => {
  test.each(['bolt', 'http'] as const)('%s: is given up for another', async (kind) => {
    await stopEmbedded(home);
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = (other.address() as { port: number }).port;
    let asked = 0;
    try {
      const server = await start({
        choosePorts: async (last) => ({ ...(await freePorts(last)), ...(asked++ === 0 ? { [kind]: taken } : {}) }),
      });
      expect(asked).toBe(2);
      expect(await ask(server, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      other.close();
    }
  });
});

test('another Neo4j that took the port meanwhile is not mistaken for ours', async () => {
  const other = await startEmbedded({ home: otherHome, heap: '512m', pageCache: '128m' });
  await stopEmbedded(home);
  const taken = Number(new URL(other.boltUri).port);
  let asked = 0;
  const server = await start({
    choosePorts: async (last) => ({ ...(await freePorts(last)), ...(asked++ === 0 ? { bolt: taken } : {}) }),
  });
  expect(server.boltUri).not.toBe(other.boltUri);
  expect(await ask(server, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
  expect(await ask(other, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
  await other.stop();
});

describe('neo4j-admin', () => {
  test('tells line by line what it does', async () => {
    await stopEmbedded(home);
    const lines: string[] = [];
    await runAdmin(home, ['database', 'info', '--help'], { onLine: (line) => lines.push(line) });
    expect(lines.join('\n')).toContain('database info');
  });

  test('fails with its own last words', async () => {
    await expect(runAdmin(home, ['database', 'load', 'neo4j', '--from-path=/nowhere'])).rejects.toThrow(
      /neo4j-admin database load failed: .*nowhere/s,
    );
  });
});

describe('a bulk import', () => {
  const importNodes = (count: number) => {
    const csv = join(home, 'probes.csv');
    writeFileSync(csv, ['n:ID,:LABEL', ...Array.from({ length: count }, (_, n) => `${n},Probe`)].join('\n'));
    const target = ['neo4j', `--nodes=${csv}`, '--overwrite-destination'];
    return runAdmin(home, ['database', 'import', 'full', ...target], { heap: '256m' });
  };

  test('fills a home whose server was never started', async () => {
    await resetEmbedded(home);
    await importNodes(3);
    expect(await ask(await start(), 'MATCH (p:Probe) RETURN count(p) AS probes')).toEqual([{ probes: 3 }]);
  });

  test('replaces the graph of a server that was started before', async () => {
    const server = await start();
    await ask(server, 'CREATE (:Earlier)');
    await stopEmbedded(home);
    await importNodes(5);
    expect(await ask(await start(), 'MATCH (n) RETURN labels(n)[0] AS label, count(*) AS nodes')).toEqual([
      { label: 'Probe', nodes: 5 },
    ]);
  });
});

describe('resetting', () => {
  test('deletes the graph and keeps jars and password', async () => {
    const before = await start();
    await ask(before, 'CREATE (:Probe)');
    expect(await resetEmbedded(home)).toBe(layout.server);
    expect(existsSync(layout.server)).toBe(false);
    const after = await start();
    expect(after).toMatchObject({ reused: false, password: before.password });
    expect(await ask(after, 'MATCH (n) RETURN count(n) AS nodes')).toEqual([{ nodes: 0 }]);
  });
});
