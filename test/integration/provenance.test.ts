import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await loadDemoWhereEmpty(app.graph.database, 100);
  const records = [
    work({ id: 'W1', title: 'One', year: 2020, cited: 3, by: ['A1'], at: ['I1'], about: ['T11612'] }),
    { id: 'https://openalex.org/A2', display_name: 'Known from a record alone' },
  ];
  await importOnline(app.graph.database, inBatches(records), { maxAuthors: 100 });
});
afterAll(() => app?.close());

const ask = async (query: string) => {
  const { data, errors } = await app.query(query);
  expect(errors).toBeUndefined();
  return data;
};

test('every kind says which sources state something of it, also what only works mention', async () => {
  const from = 'provenance { source sourceId url } updatedAt full: provenance { importedAt }';
  const data =
    await ask(`{ work(id: "W1") { ${from} } researcher(id: "A1") { ${from} } institution(id: "I1") { ${from} }
    topic(id: "T11612") { ${from} } demo: researcher(id: "demo:jingzhao-zhang") { ${from} } }`);
  const openalex = (id: string) => ({ source: 'openalex', sourceId: id, url: `https://openalex.org/${id}` });
  expect(data.work.provenance).toEqual([openalex('W1')]);
  expect(data.researcher.provenance).toEqual([openalex('A1')]);
  expect(data.institution.provenance).toEqual([openalex('I1')]);
  expect(data.topic.provenance).toEqual([{ source: 'demo', sourceId: 'T11612', url: null }, openalex('T11612')]);
  expect(data.demo.provenance).toEqual([{ source: 'demo', sourceId: 'demo:jingzhao-zhang', url: null }]);
  for (const node of Object.values(data) as { updatedAt: string; full: { importedAt: string }[] }[])
    for (const { importedAt } of node.full) expect(importedAt).toBe(node.updatedAt);
});

test('headlines say what is known, in one statement for all', async () => {
  const { one, none, demo } =
    await ask(`{ one: researcher(id: "A1") { headline } none: researcher(id: "A2") { headline }
    demo: researcher(id: "demo:jingzhao-zhang") { headline } }`);
  expect(app.statements.filter((file) => file === 'researcher.headline')).toHaveLength(1);
  expect(one.headline).toMatch(/^Works on .+; so far one work, “One” \(2020\)\.$/);
  expect(none.headline).toBe('No works in this graph yet.');
  expect(demo.headline).toMatch(/^Works on .+ and .+; 8 works from \d{4} to \d{4}, the latest: “.+”\.$/);
});
