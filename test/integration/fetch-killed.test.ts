import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../support/fetching.js';
import { answersOf, smallService } from '../support/openalex-service.js';
import { type Answer, type ReplayServer, replayServer } from '../support/replay-server.js';

const right = answersOf(smallService);
let home: string;
let servers: ReplayServer[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'research-graph-fetch-'));
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.close();
  rmSync(home, { recursive: true });
});

async function serve(answer: Answer): Promise<ReplayServer> {
  const server = await replayServer(answer);
  servers.push(server);
  return server;
}

const start = ({ address }: ReplayServer, out: string): ChildProcess =>
  spawn('node', ['dist/main.js', 'fetch', 'openalex', '--author', 'A1', '--depth', '1', '--out', join(home, out)], {
    env: { ...process.env, RESEARCH_GRAPH_HOME: home, OPENALEX_API: address },
    stdio: 'ignore',
  });

async function ended(command: ChildProcess): Promise<number | null> {
  const [code] = await once(command, 'exit');
  return code;
}

test('a fetch that is killed in the middle of an answer goes on, and ends with the same files as an undisturbed one', async () => {
  const undisturbed = await serve(right);
  expect(await ended(start(undisturbed, 'undisturbed'))).toBe(0);
  const expected = filesIn(join(home, 'undisturbed'));
  expect(Object.keys(expected)).toHaveLength(11);

  for (const place of [1, 3, 8]) {
    let count = 0;
    const failing = await serve((url, nth) => ({ ...right(url, nth), hang: ++count === place }));
    const command = start(failing, `killed-${place}`);
    const exit = ended(command);
    await failing.hanging;
    command.kill('SIGKILL');
    expect(await exit).toBeNull();
    const left = filesIn(join(home, `killed-${place}`));
    expect(Object.keys(left)).toHaveLength(place - 1);
    expect(expected).toMatchObject(left);

    const healthy = await serve(right);
    expect(await ended(start(healthy, `killed-${place}`))).toBe(0);
    expect(filesIn(join(home, `killed-${place}`))).toEqual(expected);
    expect(healthy.received.length).toBe(undisturbed.received.length - place + 1);
  }
}, 90_000);

test('two fetches into one folder at once: the second says so and touches nothing', async () => {
  const hanging = await serve((url, nth) => ({ ...right(url, nth), hang: true }));
  const first = start(hanging, 'shared');
  const exit = ended(first);
  await hanging.hanging;
  const idle = await serve(right);
  expect(await ended(start(idle, 'shared'))).toBe(1);
  expect(idle.received).toEqual([]);
  expect(existsSync(join(home, 'shared', 'authors'))).toBe(false);
  first.kill('SIGKILL');
  await exit;
}, 60_000);
