import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { researchGraph } from '../support/built-command.js';
import { newHome } from '../support/homes.js';

jest.setTimeout(300_000);

const home = newHome('db-command-');

afterAll(async () => {
  await researchGraph(home, 'db', 'stop');
  rmSync(home, { recursive: true });
});

test('db start leaves a server running that db status finds and db stop ends', async () => {
  await expect(researchGraph(home, 'db', 'status')).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('No Neo4j is running'),
  });
  expect(await researchGraph(home, 'db', 'start')).toMatch(/is running at bolt:\/\/127\.0\.0\.1:\d+, process \d+/);
  expect(await researchGraph(home, 'db', 'start')).toMatch(/was already running/);
  expect(await researchGraph(home, 'db', 'status')).toMatch(/is running at bolt:/);
  expect(await researchGraph(home, 'db', 'stop')).toBe('Neo4j is stopped.\n');
  expect(await researchGraph(home, 'db', 'stop')).toMatch(/No Neo4j is running/);
});

test('db reset says what it deleted', async () => {
  expect(await researchGraph(home, 'db', 'reset')).toContain(`Deleted ${home}/neo4j`);
  expect(await researchGraph(home, 'db', 'reset')).toBe('There was nothing to delete.\n');
});

test.each(['start', 'stop', 'status', 'reset'])('db %s leaves a database of the user’s own alone', async (command) => {
  const env = { ...process.env, NEO4J_URI: 'bolt://db.example:7687' };
  await expect(promisify(execFile)('node', ['dist/main.js', 'db', command], { env })).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^NEO4J_URI is set to bolt:\/\/db\.example:7687: .*\n$/),
  });
});
