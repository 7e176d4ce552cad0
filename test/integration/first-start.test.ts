import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { projectPath } from '../../src/project.js';
import { work } from '../fixtures/records.js';
import { researchGraph } from '../support/built-command.js';
import { newHome } from '../support/homes.js';

const readme = readFileSync(projectPath('README.md'), 'utf8');
let home: string;
let server: ChildProcess;
let address: string;
let printed = '';

async function start(): Promise<void> {
  const port = await getPort();
  printed = '';
  server = spawn('node', ['dist/main.js', 'serve'], {
    env: {
      ...process.env,
      NEO4J_URI: '',
      RESEARCH_GRAPH_HOME: home,
      PORT: String(port),
      NEO4J_HEAP: '512m',
      NEO4J_PAGECACHE: '128m',
      LOG_LEVEL: 'silent',
      // What a busy machine takes to plan a statement must not fail a test.
      STATEMENT_TIMEOUT_MS: '60000',
      REQUEST_DEADLINE_MS: '60000',
    },
  });
  address = `http://127.0.0.1:${port}`;
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes(`answers at ${address}, `)) resolve();
    });
    server.once('exit', () => reject(new Error(printed)));
  });
}

async function stop(signal: NodeJS.Signals): Promise<number | null> {
  server.kill(signal);
  const [code] = await once(server, 'exit');
  return code;
}

const ask = async (query: string) => {
  const body = JSON.stringify({ query });
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.json() as Promise<{ data: Record<string, never> }>;
};
const neo4jPid = (): number | null => JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8')).pid;

beforeAll(async () => {
  home = newHome('first-start-');
  await start();
}, 180_000);
afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) await stop('SIGTERM');
  await researchGraph(home, 'db', 'stop');
  rmSync(home, { recursive: true });
});

test('an empty folder becomes a served graph: the researcher of the demo has eight works', async () => {
  expect(printed).toContain('it now holds the demo graph of 70 works');
  const { data } = await ask('{ researcher(id: "demo:jingzhao-zhang") { works { totalCount nodes { id } } } }');
  expect(data.researcher).toMatchObject({ works: { totalCount: 8, nodes: { length: 8 } } });
});

test("the README's first question has the answer that the README shows", async () => {
  const question = /-d '(\{"query":[^']*\})'/.exec(readme)?.[1] ?? '';
  const answer = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { query } = JSON.parse(question.replace(/\n/g, ' '));
  expect(await ask(query)).toEqual(JSON.parse(answer));
});

test("the README's slice is answered", async () => {
  const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(await ask(query)).toMatchObject({ data: { neighbourhood: { totals: { works: 8, researchers: 20 } } } });
});

test('another command imports into the graph while it is served, and each reader sees it at once', async () => {
  const file = join(home, 'new.jsonl');
  writeFileSync(file, `${JSON.stringify(work({ id: 'W1', by: ['A1', 'A2'], about: ['T11612'] }))}\nbroken\n`);
  const rejects = join(home, 'rejects.jsonl');
  const summary = JSON.parse(await researchGraph(home, 'import', file, '--json', '--rejects', rejects));
  expect(summary).toMatchObject({ mode: 'online', kinds: { work: { read: 1, created: 1 } }, unrecognised: 1, rejects });
  expect(JSON.parse(readFileSync(rejects, 'utf8'))).toMatchObject({
    source: file,
    line: 2,
    reason: expect.stringContaining('not JSON'),
  });
  const { data } = await ask('{ researcher(id: "A1") { collaborators { nodes { id } } } graph { counts { works } } }');
  expect(data).toEqual({ researcher: { collaborators: { nodes: [{ id: 'A2' }] } }, graph: { counts: { works: 71 } } });
  expect(JSON.parse(await researchGraph(home, 'import', file, '--json', '--rejects', rejects))).toMatchObject({
    kinds: { work: { read: 1, created: 0, updated: 0, unchanged: 1 } },
  });
});

test('a recount finds every figure right', async () => {
  expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0, differences: [] });
});

test('a bulk import does not replace a graph that holds something', async () => {
  const file = join(home, 'new.jsonl');
  await expect(researchGraph(home, 'import', file, '--mode', 'bulk')).rejects.toMatchObject({
    stderr: expect.stringMatching(/fills an empty graph, and this one holds something.*db reset/),
  });
});

test('a file that is no OpenAlex at all is refused in a sentence, and nothing is written', async () => {
  await expect(researchGraph(home, 'import', projectPath('README.md'))).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/README\.md/),
  });
  const { data } = await ask('{ graph { counts { works } } }');
  expect(data).toEqual({ graph: { counts: { works: 71 } } });
});

test('a port that is taken, and a database that does not answer, are told in a sentence', async () => {
  const run = (variables: Record<string, string>) =>
    promisify(execFile)('node', ['dist/main.js', 'serve'], {
      env: { ...process.env, RESEARCH_GRAPH_HOME: home, ...variables },
    });
  const { boltUri } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
  const { port } = new URL(address);
  await expect(run({ PORT: port, NEO4J_URI: '' })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(new RegExp(`Port ${port} of 127\\.0\\.0\\.1 is taken: .*PORT[^\\n]*\\n$`)),
  });
  await expect(run({ NEO4J_URI: boltUri, NEO4J_PASSWORD: 'wrong' })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The Neo4j at bolt:.* refuses the login: check NEO4J_USER and NEO4J_PASSWORD\.\n$/),
  });
  await expect(run({ NEO4J_URI: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^No Neo4j answers at bolt:\/\/127\.0\.0\.1:1,.*NEO4J_URI.*\n$/),
  });
}, 60_000);

/** Begins a request and never ends it. */
async function leaveRequestOpen(): Promise<void> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
}

const signals: readonly [NodeJS.Signals, string, () => Promise<void>][] = [
  ['SIGINT', 'stops the server and its Neo4j', async () => undefined],
  ['SIGTERM', 'stops them also while a request never comes in whole', leaveRequestOpen],
];
test.each(signals)(
  '%s %s, and the graph is there at the next start',
  async (signal, _promise, before) => {
    const pid = neo4jPid();
    await before();
    expect(await stop(signal)).toBe(0);
    expect(existsSync(`/proc/${pid}`)).toBe(false);
    await start();
    expect(printed).not.toContain('The graph was empty');
    expect(await ask('{ graph { counts { works } } }')).toEqual({ data: { graph: { counts: { works: 71 } } } });
  },
  120_000,
);

test('a Neo4j that is stopped by somebody ends the server, which says so', async () => {
  const exit = once(server, 'exit');
  await researchGraph(home, 'db', 'stop');
  expect((await exit)[0]).toBe(1);
  expect(printed).toContain('The embedded Neo4j was stopped');
});
