import { readFileSync, rmSync } from 'node:fs';
import { pino } from 'pino';
import { Database } from '../../src/core/database.js';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '../../src/neo4j/embedded.js';
import { type Keeper, keepRunning } from '../../src/neo4j/keep-running.js';
import { layoutOf } from '../../src/neo4j/layout.js';
import { withLock } from '../../src/neo4j/lock.js';
import { writeRecord } from '../../src/neo4j/record.js';
import { embeddedStatus, stopEmbedded } from '../../src/neo4j/running.js';
import { newHome } from '../support/homes.js';

// Half a dozen starts in one test, on a machine that does other things too.
jest.setTimeout(300_000);

const home = newHome('embedded-users-');
const layout = layoutOf(home);
const record = () => JSON.parse(readFileSync(layout.record, 'utf8'));
const state = async () => (await embeddedStatus(home)).state;
const start = (options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> =>
  startEmbedded({ home, heap: '512m', pageCache: '128m', ...options });

async function answers({ boltUri: uri, user, password }: EmbeddedServer): Promise<boolean> {
  const options = { uri, user, password, database: 'neo4j', statementTimeout: 5_000 };
  const database = new Database(options, new Map([['ask', 'RETURN 1 AS one']]));
  try {
    return (await database.execute({ file: 'ask', mode: 'write' }, {})).length === 1;
  } finally {
    await database.close();
  }
}

afterAll(async () => {
  await stopEmbedded(home);
  rmSync(home, { recursive: true });
});

describe('a server that several use', () => {
  test('is stopped by the last to leave, whoever started it', async () => {
    const server = await start();
    const second = await start();
    await server.stop();
    expect(await answers(second)).toBe(true);
    const third = await start();
    await second.stop();
    expect(await answers(third)).toBe(true);
    await third.stop();
    expect(await state()).toBe('stopped');
  });

  test('is left to a command where it was started to stay', async () => {
    const stays = await start({ stays: true });
    const user = await start();
    for (const each of [stays, user]) await each.stop();
    expect(await state()).toBe('running');
    expect(await stopEmbedded(home)).toBe(true);
    expect(await state()).toBe('stopped');
  });

  test('and that a program started which did not count its users is left running', async () => {
    const first = await start();
    const { users, stays, stopped, ...former } = record();
    await writeRecord(layout.record, former);
    await (await start()).stop();
    expect(await state()).toBe('running');
    await stopEmbedded(home);
    await first.exited;
  });
});

describe('one that is kept running', () => {
  const keep = (first: EmbeddedServer) => {
    let keeper: Keeper | undefined;
    const again = new Promise<EmbeddedServer>((onStart, reject) => {
      keeper = keepRunning(first, { home, start, onStart, log: pino({ level: 'silent' }) });
      keeper.ended.then((reason) => reject(new Error(reason)));
    });
    return { keeper: keeper as Keeper, again };
  };

  test('is started again when it is killed, also where another had started it by then and left', async () => {
    const first = await start();
    const { keeper, again } = keep(first);
    await withLock(layout.lock, async () => {
      process.kill(first.pid, 'SIGKILL');
      await first.exited;
      await writeRecord(layout.record, { ...record(), pid: null, users: [] });
    });
    expect(await answers(await again)).toBe(true);
    await keeper.stop();
    expect(await state()).toBe('stopped');
  });

  test('is not started again when a command stops it; what was to stay does so after a crash', async () => {
    const first = await start({ stays: true });
    const { keeper, again } = keep(first);
    process.kill(first.pid, 'SIGKILL');
    await again;
    const other = keepRunning(await start(), { home, start, onStart: () => {}, log: pino({ level: 'silent' }) });
    await keeper.stop();
    await other.stop();
    expect(await state()).toBe('running');
    const last = keep(await start());
    last.again.catch(() => undefined);
    await stopEmbedded(home);
    expect(await last.keeper.ended).toMatch(/was stopped/);
  });
});
