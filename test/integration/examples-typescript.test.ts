import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { hasTypescriptPackages, typescriptExample } from '../support/example-clients.js';
import { blocks } from '../support/examples-page.js';

const execute = promisify(execFile);
const hasPackages = hasTypescriptPackages();
const testWithPackages = hasPackages ? test : test.skip;
const without = hasPackages ? '' : ' (skipped: npm cannot fetch its packages here)';
const WRONG = join(typescriptExample, 'generated', 'wrong.ts');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await loadDemoWhereEmpty(app.graph.database, 100);
});
afterAll(() => app?.close());

const client = (...args: readonly string[]) =>
  execute('npm', ['start', '--silent', '--', ...args], {
    cwd: typescriptExample,
    env: { ...process.env, RESEARCH_GRAPH: `${app.address}/graphql` },
  });

testWithPackages(`the client is typed, and prints what the page shows${without}`, async () => {
  const shown = blocks('text')[0] ?? '';
  const { stdout } = await client();
  expect(shown).not.toBe('');
  expect(stdout.slice(0, shown.length)).toBe(shown);
  expect(stdout.split('\n').filter((line) => /^\d{4} /.test(line))).toHaveLength(8);
});

testWithPackages(`an id that stands for nothing is told${without}`, async () => {
  await expect(client('demo:nobody')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no node demo:nobody.'),
  });
});

testWithPackages(`a field that the query does not ask for does not compile${without}`, async () => {
  const uses = (field: string) =>
    `import type { PageThroughQuery } from './queries.js';
export const read = (answer: PageThroughQuery) => answer.researcher?.works.nodes[0]?.${field};\n`;
  const check = (field: string) => {
    writeFileSync(WRONG, uses(field));
    return execute('npx', ['tsc', '--noEmit'], { cwd: typescriptExample });
  };
  await execute('npm', ['run', '--silent', 'generate'], { cwd: typescriptExample });
  try {
    await check('titleText');
    await expect(check('doi')).rejects.toMatchObject({
      stdout: expect.stringContaining("Property 'doi' does not exist"),
    });
  } finally {
    rmSync(WRONG);
  }
});
