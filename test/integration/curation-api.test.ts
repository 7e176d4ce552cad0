import { mergeResearchers } from '../../src/curation/merge.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { caller } from '../support/people.js';
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

  it('are made and taken back by a moderator, whose name moderators alone see', async () => {
    const moderator = await caller(app, { sub: 'mo', name: 'Mo Derator', roles: ['moderator'] });
    const records = [
      researcher({ id: 'A3', name: 'Mary Somerville' }),
      ...['W2', 'W3'].map((id) => work({ id, authors: [{ researcherId: 'A3' }] })),
    ];
    await importOnline(app.graph.database, batchesFrom('openalex', records), { maxAuthors: 100 });
    const before = await moderator.ask('{ graph { version } researcher(id: "A3") { stats { works } } }');
    const { splitResearcher: part } = await moderator.ask(
      'mutation { splitResearcher(researcherId: "A3", workIds: ["W3"]) { id name works { nodes { id } } curations { id by kind } } }',
    );
    expect(part).toMatchObject({ works: { nodes: [{ id: 'W3' }] }, curations: [{ by: 'Mo Derator', kind: 'SPLIT' }] });
    const remainder = await moderator.ask('{ graph { version } researcher(id: "A3") { stats { works } } }');
    expect(remainder.researcher.stats.works).toBe(1);
    expect(Number(remainder.graph.version)).toBe(Number(before.graph.version) + 1);
    const { undoCuration: whole } = await moderator.ask(
      `mutation { undoCuration(curationId: "${part.curations[0].id}") { id stats { works } curations { undone } } }`,
    );
    expect(whole).toEqual({ id: 'A3', stats: { works: 2 }, curations: [{ undone: true }] });
    expect(await moderator.refused(`mutation { undoCuration(curationId: "${part.curations[0].id}") { id } }`)).toEqual([
      ...['CONFLICT', 'This was undone before.'],
    ]);
  });
});
