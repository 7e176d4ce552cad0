import type { Context } from '../../src/context.js';
import { GraphInfoResolver } from '../../src/graph/graph-info.resolver.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { openTestDatabase, type Row, type TestDatabase, wipe } from '../support/graph.js';
import { batchesOf, topic } from '../support/records.js';

let graph: TestDatabase;

beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  graph.define('test.by-id', 'MATCH (t:Topic {id: $id}) RETURN t.id AS id');
  graph.define('test.by-text', "CALL db.index.fulltext.queryNodes('topicText', $text) YIELD node RETURN node.id AS id");
});
afterAll(async () => {
  await wipe(graph);
  await graph.database.close();
});

const WORDS = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
/** Large texts in large transactions: Neo4j takes a while to show such a commit, piece by piece. */
const topics = Array.from({ length: 3_000 }, (_, at) => topic({ id: `T${at}`, name: `q${at}q`, description: WORDS }));

/** What of the topic with a number of the log cannot be found. */
async function missing(number: number): Promise<string[]> {
  const ask = (file: string, params: Row) => graph.database.read<Row, Row>({ file, mode: 'read' }, params);
  const [byId, byText] = await Promise.all([
    ask('test.by-id', { id: `T${number - 1}` }),
    ask('test.by-text', { text: `q${number - 1}q` }),
  ]);
  return [...(byId.length === 0 ? [`node ${number}`] : []), ...(byText.length === 0 ? [`text ${number}`] : [])];
}

/** The number of the newest change that the cursor tells of. */
async function newest(context: Context): Promise<number> {
  const cursor = (await new GraphInfoResolver().graph(context))?.changesCursor ?? '';
  return JSON.parse(Buffer.from(cursor, 'base64url').toString())[2];
}

test('the cursor tells of nothing that cannot be read at once, also while it is being committed', async () => {
  await wipe(graph);
  const context = { database: graph.database } as Context;
  let running = true;
  const importing = importOnline(graph.database, batchesOf(...topics), { maxAuthors: 100, chunkSize: 600 }).finally(
    () => {
      running = false;
    },
  );
  const lost: string[] = [];
  const watch = async (): Promise<void> => {
    for (let before = 0; running; ) {
      const number = await newest(context);
      if (number !== before) lost.push(...(await missing(number)));
      before = number;
    }
  };
  await Promise.all([importing, watch(), watch()]);
  expect(lost).toEqual([]);
  expect(await newest(context)).toBe(topics.length);
});
