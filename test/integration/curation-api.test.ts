import { mergeResearchers } from '../../src/curation/merge.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { batchesFrom, researcher, work } from '../support/records.js';

describe('merges and splits over the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    const records = [
      researcher({ id: 'A1', name: 'Ada Lovelace' }),
      researcher({ id: 'A2', name: 'A. Lovelace' }),
      work({ id: 'W1', authors: [{ researcherId: 'A2' }] }),
    ];
    await importOnline(app.graph.database, batchesFrom('openalex', records), { maxAuthors: 100 });
  });
  afterAll(() => app.close());

  it.each([
    ['mergeResearchers', 'mutation { mergeResearchers(keepId: "A1", mergeId: "A2") { id } }'],
    ['splitResearcher', 'mutation { splitResearcher(researcherId: "A2", workIds: ["W1"]) { id } }'],
    ['undoCuration', 'mutation { undoCuration(curationId: "01J") { id } }'],
  ])('%s is refused where nobody is logged in, and changes nothing', async (_, text) => {
    const { errors, data } = await app.query(text);
    expect(errors).toMatchObject([{ message: 'Log in to do this.', extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(data).toBeNull();
    expect((await app.query('{ a: researcher(id: "A1") { id } b: researcher(id: "A2") { id } }')).data).toEqual({
      ...{ a: { id: 'A1' }, b: { id: 'A2' } },
    });
  });

  it('tell everybody what became of a record, and nobody but moderators who decided', async () => {
    await mergeResearchers({ database: app.graph.database, maxAuthors: 100, by: 'Mo' }, 'A1', 'A2');
    const { data } = await app.query(`{
      researcher(id: "A2") { id otherNames curations { kind by researcherIds workIds undone } works { nodes { id } } }
      resolve(ids: ["A2"]) { state reason targets { id } }
      work(id: "W1") { authors { edges { name node { id } } } }
    }`);
    expect(data.researcher).toEqual({
      ...{ id: 'A1', otherNames: ['A. Lovelace'], works: { nodes: [{ id: 'W1' }] } },
      curations: [{ kind: 'MERGE', by: 'moderator', researcherIds: ['A1', 'A2'], workIds: ['W1'], undone: false }],
    });
    expect(data.resolve).toEqual([
      { state: 'MERGED', reason: 'A moderator found both records to be one person.', targets: [{ id: 'A1' }] },
    ]);
    expect(data.work.authors.edges).toMatchObject([{ node: { id: 'A1' } }]);
  });
});
