import { importOnline, type OnlineOptions } from '../../src/ingest/online/import-online.js';
import type { SourceRecord } from '../../src/ingest/records.js';
import type { ImportSummary } from '../../src/ingest/summary.js';
import { openTestDatabase, type Row, readGraph, type TestDatabase, wipe } from './graph.js';
import { batchesFrom } from './records.js';

/** How to import; the source is `test` where none is named. */
export type LoadOptions = Partial<OnlineOptions> & { readonly source?: string };

/** A graph that is empty before each test, with what tests of imports do to it and ask it. */
export interface ImportedGraph extends TestDatabase {
  load(records: readonly SourceRecord[], options?: LoadOptions): Promise<ImportSummary>;
  /** All properties of the node of an id. */
  node(id: string): Promise<Row>;
  /** All edges of a type: their properties, and the ids of their ends as `from` and `to`. */
  edges(type: string): Promise<Row[]>;
  version(): Promise<unknown>;
}

/** Opens the graph and registers the hooks that empty and close it. */
export function useImportedGraph(): () => ImportedGraph {
  let graph: TestDatabase;
  beforeAll(async () => {
    graph = await openTestDatabase();
  });
  beforeEach(async () => wipe(graph));
  afterAll(async () => {
    await wipe(graph);
    await graph.database.close();
  });
  return () => ({
    ...graph,
    load: (records, { source = 'test', ...options } = {}) =>
      importOnline(graph.database, batchesFrom(source, records), { maxAuthors: 100, ...options }),
    node: async (id) =>
      (await graph.query('MATCH (n {id: $id}) WHERE NOT n:FormerId RETURN properties(n) AS node', { id }))[0]
        ?.node as Row,
    edges: async (type) =>
      (await readGraph(graph)).edges
        .filter((edge) => edge.type === type)
        .map(({ from, to, properties }) => ({ ...properties, from, to })),
    version: async () => (await graph.query("MATCH (m:Meta {id: 'graph'}) RETURN m.version AS version"))[0]?.version,
  });
}

/** Two dates of records. */
export const dates = { early: '2024-01-01', late: '2024-02-01' };
