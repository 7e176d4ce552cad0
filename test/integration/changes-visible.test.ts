import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { batchesOf, topic } from '../support/records.js';

let app: TestApp;
let graph: TestDatabase;

beforeAll(async () => {
  app = await startTestApp();
  graph = await openTestDatabase();
  await wipe(graph);
});
afterAll(async () => {
  await wipe(graph);
  await graph?.database.close();
  await app?.close();
});

const WORDS = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ');
/** Texts make commits long: every topic goes into a full-text index. */
const topics = Array.from({ length: 3_000 }, (_, at) =>
  topic({ id: `T${at}`, name: `Topic ${at}`, description: WORDS }),
);

test('what the log or the cursor tells of can be read at once, also while it is being committed', async () => {
  let running = true;
  const imports = importOnline(graph.database, batchesOf(...topics), {
    ...{ source: 'test', maxAuthors: 100, chunkSize: 300 },
  }).finally(() => {
    running = false;
  });
  let looks = 0;
  const missing: string[] = [];
  while (running) {
    const cursor: string | undefined = (await app.query('{ graph { changesCursor } }')).data?.graph.changesCursor;
    // A server that is too busy says so.
    if (cursor === undefined) continue;
    const [, , number] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (number === 0) continue;
    looks++;
    const found = await graph.query('MATCH (t:Topic {id: $id}) RETURN t.id AS id', { id: `T${number - 1}` });
    const listed = await graph.query(
      "CALL db.index.fulltext.queryNodes('topicText', $name) YIELD node RETURN node.id",
      {
        name: `"Topic ${number - 1}"`,
      },
    );
    if (found.length !== 1 || listed.length !== 1) missing.push(`T${number - 1}`);
    const { data } = await app.query(
      'query ($after: String) { changes(after: $after) { nodes { nodeId node { id } } } }',
      {
        after: cursor,
      },
    );
    for (const { nodeId, node } of data?.changes.nodes ?? []) if (node === null) missing.push(nodeId);
  }
  await imports;
  expect(missing).toEqual([]);
  expect(looks).toBeGreaterThan(0);
});
