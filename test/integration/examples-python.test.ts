import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { pythonOfExample } from '../support/example-clients.js';
import { blocks } from '../support/examples-page.js';
import { newHome } from '../support/homes.js';
import { type LimitingProxy, startLimitingProxy } from '../support/limiting-proxy.js';

const execute = promisify(execFile);
const python = pythonOfExample();
const testWithPython = python === null ? test.skip : test;
const without = python === null ? ' (skipped: no python3 with venv here, or pip cannot fetch gql)' : '';
const people = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `A${from + at}`);

let app: TestApp;
let proxy: LimitingProxy | undefined;
const limitingProxy = async (refusals: number) => {
  proxy = await startLimitingProxy(app.address, refusals);
  return proxy;
};

beforeAll(async () => {
  app = await startTestApp();
  await loadDemoWhereEmpty(app.graph.database, 100);
  const long = [
    work({ id: 'W1', by: ['A1', ...people(2, 90)] }),
    work({ id: 'W2', by: ['A1', ...people(91, 179)] }),
    work({ id: 'W3', by: ['A1', ...people(180, 268)] }),
    work({ id: 'W4', by: ['A900', 'A901'], more: { authorships: [author('A900', '=1+1'), author('A901', 'Ada')] } }),
  ];
  await importOnline(app.graph.database, inBatches(long), { maxAuthors: 100 });
});
afterEach(() => proxy?.close());
afterAll(() => app?.close());

const author = (key: string, name: string) => ({
  author: { id: `https://openalex.org/${key}`, display_name: name },
  raw_author_name: name,
  institutions: [],
});
const script = (args: readonly string[], server = app.address) =>
  execute(python ?? '', [
    projectPath('examples', 'python', 'collaborators.py'),
    '--server',
    `${server}/graphql`,
    ...args,
  ]);
const rows = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

testWithPython(`the script prints what the page shows${without}`, async () => {
  const { stdout } = await script(['demo:jingzhao-zhang', 'demo:hongzhou-lin']);
  const lines = (text: string) => text.trim().split(/\r?\n/);
  const shown = lines(blocks('csv')[0] ?? '');
  expect(shown.length).toBeGreaterThan(1);
  expect(lines(stdout).slice(0, shown.length)).toEqual(shown);
});

testWithPython(`a list longer than a page comes whole, ranked, nobody twice${without}`, async () => {
  const found = rows((await script(['A1'])).stdout);
  expect(found.map(({ rank }) => rank)).toEqual(people(1, 267).map((key) => key.slice(1)));
  expect(new Set(found.map((row) => row.collaborator_id))).toEqual(new Set(people(2, 268)));
});

testWithPython(`more ids than a call takes are asked in several; unknown ones are named${without}`, async () => {
  const home = newHome('examples-python-ids-');
  const file = join(home, 'ids.txt');
  writeFileSync(file, `${people(1_001, 1_500).join('\n')}\n\ndemo:jingzhao-zhang\n`);
  const { stdout, stderr } = await script(['--file', file, '--min-works', '2', '--since', '2022']);
  rmSync(home, { recursive: true });
  expect(rows(stdout).map(({ collaborator }) => collaborator)).toEqual(['Suvrit Sra', 'Ali Jadbabaie', 'Hongzhou Lin']);
  expect(stderr.trim().split('\n')).toEqual(people(1_001, 1_500).map((id) => `${id}: no such researcher`));
});

testWithPython(`where too much was asked, it waits as the server says and goes on${without}`, async () => {
  const { address } = await limitingProxy(1);
  const { stdout, stderr } = await script(['demo:hongzhou-lin', '--min-works', '2'], address);
  expect(stderr).toBe("The server's limit is reached: waiting 1 s.\n");
  expect(rows(stdout)).toHaveLength(6);
});

testWithPython(`it gives up after five tries, with the server's own words${without}`, async () => {
  const { address } = await limitingProxy(100);
  await expect(script(['demo:hongzhou-lin'], address)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^(The server's limit is reached: waiting 1 s\.\n){4}Too much was asked[^\n]*\n$/),
  });
});

testWithPython(`a mistake, and a server that is not there, are told in a line${without}`, async () => {
  await expect(script(['A1', '--min-works', '0'])).rejects.toMatchObject({
    code: 1,
    stderr: 'minWorks must not be less than 1; got 0\n',
  });
  await expect(script(['A1'], 'http://127.0.0.1:1')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^http:\/\/127\.0\.0\.1:1\/graphql does not answer: [^\n]*\n$/),
  });
});

testWithPython(`a name that a spreadsheet would run as a formula is defused${without}`, async () => {
  expect(rows((await script(['A901'])).stdout)[0]).toMatchObject({ collaborator: "'=1+1" });
});
