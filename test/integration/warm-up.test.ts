import { readdirSync, readFileSync } from 'node:fs';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { QUESTION_COUNT } from '../../src/warm-up/warm-up.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { statementsDuring } from '../support/statements.js';

let app: TestApp;
const folder = projectPath('web/src/queries');
/** What is asked of everybody; what only who is logged in asks is not warmed. */
const files = readdirSync(folder).filter((name) => !['people.graphql', 'account.graphql'].includes(name));
const read = (names: readonly string[]) => names.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');
const text = read(files);
/** The explorer asks when a visitor has looked around. */
const first = read(files.filter((name) => name !== 'explore.graphql'));

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

/** Files of the statements that something sends. */
const sentBy = async (act: () => Promise<unknown>) => new Set(await statementsDuring(app.graph.database, act));

test('a server over an empty graph warms up without an error', async () => {
  expect(await app.warmUp()).toBe(QUESTION_COUNT);
});

test('what the page asks first of every kind of node sends no statement that was not sent before', async () => {
  const works = [1, 2, 3].map((at) =>
    work({ id: `W${at}`, by: ['A1', `A${at + 1}`], at: ['I1', 'I2'], about: ['T1'] }),
  );
  await importOnline(app.graph.database, inBatches(works), { maxAuthors: 100 });
  const warmed = await sentBy(async () => expect(await app.warmUp()).toBe(QUESTION_COUNT));
  const ids = { Researcher: 'A1', Topic: 'T1', Institution: 'I1', Work: 'W1' };
  const asked = await sentBy(async () => {
    for (const [, name] of first.matchAll(/^query (\w+)/gm)) {
      if (name === 'Connection' || name === undefined) continue;
      const kind = Object.keys(ids).find((each) => name.includes(each)) as keyof typeof ids | undefined;
      const one = name === 'RelatedWorks' ? 'W1' : ids[kind ?? 'Researcher'];
      for (const id of name === 'Slice' ? Object.values(ids) : [one]) {
        const { errors } = await app.query(text, { id, example: id, text: 'graph', first: 5 }, undefined, name);
        expect(errors).toBeUndefined();
      }
    }
  });
  expect([...asked].filter((file) => !warmed.has(file))).toEqual([]);
  const grown = await sentBy(() => app.query('{ neighbourhood(center: "A1") { nodes { id } } }'));
  expect([...grown].filter((file) => !warmed.has(file))).toEqual([]);
});

test('a server that closes stops warming up, and is not held up by it', async () => {
  const other = await startTestApp();
  const warming = other.warmUp();
  await other.close();
  expect(await warming).toBeLessThanOrEqual(QUESTION_COUNT);
});
