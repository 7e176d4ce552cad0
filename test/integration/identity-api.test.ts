import { mergeResearchers } from '../../src/curation/merge.js';
import { splitResearcher } from '../../src/curation/split.js';
import { undoCuration } from '../../src/curation/undo.js';
import { storeVerdicts } from '../../src/identity/verdicts.js';
import { checkGraph } from '../../src/ingest/check.js';
import { loadDemoWhereEmpty, readDemo } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { scholarlyGraph } from '../support/openalex-file.js';

const SEED = 'demo:jingzhao-zhang';
const IDENTITY = `query ($id: ID!) { researcher(id: $id) {
  name stats { works }
  identity { consistent explanation groups {
    workIds years confidence reasons topics { name } collaborators { name } works(first: 2) { totalCount nodes { title } pageInfo { hasNextPage } }
  } }
} }`;

describe('a record that mixes two people', () => {
  let app: TestApp;
  let graph: TestDatabase;
  beforeAll(async () => {
    app = await startTestApp();
    graph = await openTestDatabase();
    await loadDemoWhereEmpty(graph.database, 100);
  });
  afterAll(async () => {
    await app.close();
    await graph.database.close();
  });
  const report = async (id: string) => (await app.query(IDENTITY, { id })).data.researcher;
  const curator = () => ({ database: graph.database, maxAuthors: 100, by: 'Mo' });
  const figures = async () =>
    expect(await checkGraph(graph.database, { maxAuthors: 100 })).toMatchObject({ differences: [] });
  const importAgain = () => importOnline(graph.database, readDemo(), { maxAuthors: 100 });

  test('is told apart: seven works that hang together and one that does not, with the reasons', async () => {
    const { identity } = await report(SEED);
    expect(identity.consistent).toBe(false);
    const [largest, other] = identity.groups;
    expect(identity.groups.map(({ workIds }: { workIds: string[] }) => workIds.length)).toEqual([7, 1]);
    expect(largest).toMatchObject({ confidence: 0, works: { totalCount: 7, pageInfo: { hasNextPage: true } } });
    expect(other.confidence).toBeGreaterThan(0.8);
    expect(other.works.nodes).toHaveLength(1);
    expect(other.reasons.join(' ')).toMatch(/coauthor/);
    expect(other.collaborators.length).toBeGreaterThan(0);
    expect(largest.collaborators.map(({ name }: { name: string }) => name)).toContain('Suvrit Sra');
  });

  test('is found among all records, once verdicts are stored, and records of one person are not accused', async () => {
    const found = await storeVerdicts(graph.database, { maxAuthors: 100 });
    const listed = async (consistent: boolean) =>
      (
        await app.query(
          'query ($consistent: Boolean) { researchers(first: 100, filter: { consistent: $consistent }) { totalCount nodes { id } } }',
          { consistent },
        )
      ).data.researchers;
    const mixed = await listed(false);
    expect(mixed.nodes).toEqual([{ id: SEED }]);
    expect(found.mixed).toBe(1);
    expect((await listed(true)).totalCount).toBe(found.consistent);
    // Nothing changed since: nothing is looked at again.
    expect((await storeVerdicts(graph.database, { maxAuthors: 100 })).looked).toBe(0);
  });

  test('is split by what its report says, stays split when the source is imported again, and every step is exact and can be taken back', async () => {
    const before = await scholarlyGraph(graph);
    const [, other] = (await report(SEED)).identity.groups;
    const part = await splitResearcher(curator(), SEED, other.workIds);
    await figures();
    expect(await report(SEED)).toMatchObject({ stats: { works: 7 }, identity: { consistent: true } });
    expect(await report(part)).toMatchObject({ stats: { works: 1 }, identity: { consistent: null } });
    const split = await scholarlyGraph(graph);
    const [work] = other.workIds;
    const asked = `query ($id: ID!, $ids: [ID!]!) {
      neighbourhood(center: $id) { edges { type sources } } subgraph(ids: $ids) { edges { type sources } } }`;
    const { data: drawn } = await app.query(asked, { id: part, ids: [part, work] });
    const authored = { type: 'AUTHORED', sources: ['demo', 'curated'] };
    expect(drawn.neighbourhood.edges).toContainEqual(authored);
    expect(drawn.subgraph.edges).toEqual([authored]);

    const { kinds } = await importAgain();
    expect(Object.values(kinds).map(({ created, updated }) => created + updated)).toEqual([0, 0, 0, 0]);
    expect(await scholarlyGraph(graph)).toEqual(split);

    const collaborator = (
      await app.query('query ($id: ID!) { researcher(id: $id) { collaborators(first: 1) { nodes { id } } } }', {
        id: part,
      })
    ).data.researcher.collaborators.nodes[0].id;
    await mergeResearchers(curator(), collaborator, part);
    await figures();
    await importAgain();
    await figures();
    const [merge, first] = (
      await app.query('query ($id: ID!) { researcher(id: $id) { curations { id kind } } }', { id: collaborator })
    ).data.researcher.curations;
    expect([merge.kind, first]).toEqual(['MERGE', undefined]);
    await undoCuration(curator(), merge.id);
    await figures();
    expect(await scholarlyGraph(graph)).toEqual(split);

    const [decision] = (
      await app.query('query ($id: ID!) { researcher(id: $id) { curations { id kind } } }', { id: SEED })
    ).data.researcher.curations;
    await undoCuration(curator(), decision.id);
    await figures();
    expect(await scholarlyGraph(graph)).toEqual(before);
    expect(await report(SEED)).toMatchObject({ stats: { works: 8 }, identity: { consistent: false } });
  });
});
