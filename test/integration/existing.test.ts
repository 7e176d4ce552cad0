import { LoaderFactory } from '../../src/core/loaders.js';
import { loaderDeclarations } from '../../src/features.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';

let graph: TestDatabase;
beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  await graph.query("CREATE (:Topic {id: 'T1', name: 'Optics', unknown: [], sources: []})");
});
afterAll(async () => {
  await wipe(graph);
  await graph.database.close();
});

describe('a node that another statement gave just now', () => {
  const topics = () => new LoaderFactory(loaderDeclarations, graph.database).create().topic.byId;

  test('is read as any other', async () => {
    await expect(topics().existing('T1')).resolves.toMatchObject({ name: 'Optics' });
  });

  test('is read once more where the commit that made it was not yet whole', async () => {
    const statements: string[] = [];
    const stop = graph.database.onStatement((file) => {
      statements.push(file);
    });
    const loader = topics();
    const missing = loader.load('T2');
    await expect(missing).resolves.toBeNull();
    await graph.query("CREATE (:Topic {id: 'T2', name: 'Acoustics', unknown: [], sources: []})");
    await expect(loader.existing('T2')).resolves.toMatchObject({ name: 'Acoustics' });
    stop();
    expect(statements.filter((file) => file === 'topic.by-id')).toHaveLength(2);
  });

  test('that was removed in between is an error that says to try again, not one of ours', async () => {
    await expect(topics().existing('T404')).rejects.toMatchObject({
      message: 'The graph changed in the meantime. Try again.',
      extensions: { code: 'UNAVAILABLE', retryAfter: 0 },
    });
  });
});
