import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import type { EmbeddedServer } from '../../src/neo4j/embedded.js';
import { type Keeper, keepRunning } from '../../src/neo4j/keep-running.js';
import { layoutOf } from '../../src/neo4j/layout.js';
import { writeRecord } from '../../src/neo4j/record.js';

const PLACE = { boltUri: 'bolt://127.0.0.1:1', httpUri: 'http://127.0.0.1:2', user: 'neo4j', password: 'x' };
const log = pino({ level: 'silent' });

describe('an embedded server that is found broken', () => {
  let home: string;
  let keeper: Keeper;
  /** Lets the start under way end. */
  let begin: () => void;
  let starts: number;
  let running: number;

  const serverOf = (pid: number): EmbeddedServer => ({
    ...{ ...PLACE, pid, reused: false },
    exited: new Promise(() => {}),
    stop: async () => {},
  });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'keep-running-'));
    [starts, running] = [0, 0];
    const start = async () => {
      const pid = ++starts;
      await new Promise<void>((resolve) => {
        begin = resolve;
      });
      return serverOf(pid);
    };
    keeper = keepRunning(serverOf(0), { home, start, log, onStart: () => running++ });
  });
  afterEach(async () => {
    const stopped = keeper.stop();
    begin?.();
    await stopped;
    rmSync(home, { recursive: true });
  });
  const until = async (holds: () => boolean) => {
    for (const end = Date.now() + 10_000; !holds() && Date.now() < end; ) await sleep(10);
    expect(holds()).toBe(true);
  };

  test('is started anew once, however often that is found until it runs, and again when it is still found', async () => {
    keeper.restart();
    await until(() => starts === 1);
    keeper.restart();
    keeper.restart();
    begin();
    await until(() => running === 1);
    // A second start would follow the first by a second.
    await sleep(1_500);
    expect(starts).toBe(1);
    keeper.restart();
    await until(() => starts === 2);
    begin();
    await until(() => running === 2);
  });

  test('is let be where a command stopped it meanwhile', async () => {
    await writeRecord(layoutOf(home).record, { ...PLACE, pid: null, stopped: true });
    keeper.restart();
    expect(await keeper.ended).toMatch(/was stopped/);
    expect(starts).toBe(0);
  });

  test('is started anew also where nobody can read whether it was stopped', async () => {
    await writeRecord(layoutOf(home).record, { ...PLACE, pid: 'none' } as never);
    keeper.restart();
    await until(() => starts === 1);
  });
});
