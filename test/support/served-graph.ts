import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches } from '../fixtures/records.js';
import { startTestApp, type TestApp } from './app.js';
import { openTestDatabase, type TestDatabase, wipe } from './graph.js';

/** A graph that tests fill anew, and a server over it. */
export interface ServedGraph {
  readonly app: TestApp;
  readonly graph: TestDatabase;
  /** Empties the graph and imports objects in OpenAlex's shape. */
  store(objects: readonly object[]): Promise<void>;
}

/** Serves the test graph while the tests of a file run. */
export function useServedGraph(): () => ServedGraph {
  let app: TestApp;
  let graph: TestDatabase;
  beforeAll(async () => {
    app = await startTestApp();
    graph = await openTestDatabase();
  });
  afterAll(async () => {
    await app?.close();
    await graph?.database.close();
  });
  const store = async (objects: readonly object[]): Promise<void> => {
    await wipe(graph);
    await importOnline(graph.database, inBatches(objects), { maxAuthors: 100 });
  };
  return () => ({ app, graph, store });
}
