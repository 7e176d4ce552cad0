import { type FormerId, type FormerNote, restoreIds, retireIds } from '../../src/graph/resolve.log.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, readGraph, type TestDatabase, wipe } from '../support/graph.js';
import { batchesOf, institution, researcher, topic, work } from '../support/records.js';

let app: TestApp;
let graph: TestDatabase;

const MOMENT = '2026-01-02T03:04:05.006Z';
const ORCID = '0000-0002-1825-0097';

beforeAll(async () => {
  app = await startTestApp();
  graph = await openTestDatabase();
});
beforeEach(async () => {
  await wipe(graph);
  const records = [
    researcher({ id: 'A1', name: 'Ada', orcid: ORCID }),
    researcher({ id: 'A2', name: 'Ben' }),
    researcher({ id: 'demo:eve', name: 'Eve' }),
    topic({ id: 'T1', name: 'Logic' }),
    institution({ id: 'I1', name: 'Here', ror: '01bzgdw81' }),
    work({ id: 'W1', doi: '10.1234/one', authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }] }),
  ];
  await importOnline(graph.database, batchesOf(...records), { maxAuthors: 100 });
});
afterAll(async () => {
  await graph?.database.close();
  await app?.close();
});

const retire = (...rows: FormerId[]): Promise<readonly FormerNote[]> =>
  graph.database.write((transaction) => retireIds(transaction, rows, MOMENT));
const restore = (...ids: string[]) => graph.database.write((transaction) => restoreIds(transaction, ids));
const merged = (id: string, into: string): FormerId => ({ id, state: 'MERGED', targets: [into], reason: 'One person' });

const resolve = async (...ids: string[]) =>
  (await app.query('query ($ids: [ID!]!) { resolve(ids: $ids) { id state at reason targets { id } } }', { ids })).data
    .resolve;
const found = async (...ids: string[]): Promise<[string, ...string[]][]> =>
  (await resolve(...ids)).map((one: { state: string; targets: { id: string }[] }) => [
    one.state,
    ...one.targets.map(({ id }) => id),
  ]);

describe('what became of an id', () => {
  test('that stands for a node, whatever way it is written: it is current', async () => {
    const ids = ['A1', 'https://openalex.org/A2', `https://orcid.org/${ORCID}`, 'doi:10.1234/ONE', 'demo:eve'];
    const more = ['https://ror.org/01bzgdw81', 't1'];
    expect(await found(...ids, ...more)).toEqual(
      ['A1', 'A2', 'A1', 'W1', 'demo:eve', 'I1', 'T1'].map((id) => ['CURRENT', id]),
    );
    expect((await resolve('t1'))[0]).toEqual({
      ...{ id: 't1', state: 'CURRENT', at: null, reason: null },
      targets: [{ id: 'T1' }],
    });
  });

  test('that never was, or is no id: it is unknown', async () => {
    expect(await resolve('A99', 'what?', 'orcid:0000-0000-0000-0000')).toEqual(
      ['A99', 'what?', 'orcid:0000-0000-0000-0000'].map((id) => ({
        ...{ id, state: 'UNKNOWN', targets: [], at: null, reason: null },
      })),
    );
  });

  test('that was merged: into which, when, and why; also by its address', async () => {
    await retire(merged('A3', 'A1'));
    expect(await resolve('https://openalex.org/authors/a3')).toEqual([
      {
        ...{ id: 'https://openalex.org/authors/a3', state: 'MERGED', at: MOMENT, reason: 'One person' },
        targets: [{ id: 'A1' }],
      },
    ]);
  });

  test('that was split: the remainder, which keeps the id, and the others', async () => {
    await retire({ id: 'A1', state: 'SPLIT', targets: ['A1', 'A2'], reason: 'Two people' });
    expect(await found('A1')).toEqual([['SPLIT', 'A1', 'A2']]);
    expect(await found(ORCID)).toEqual([['CURRENT', 'A1']]);
  });

  test('that was deleted: nothing stands for it', async () => {
    await retire({ id: 'W9', state: 'DELETED', targets: [], reason: 'Withdrawn by its source' });
    expect(await found('W9')).toEqual([['DELETED']]);
  });

  test('is asked of many in their order, twice of one, at most 500, in a fixed number of statements', async () => {
    await retire(merged('A3', 'A1'));
    expect(await found('A3', 'A2', 'A99', 'A3')).toEqual([
      ['MERGED', 'A1'],
      ['CURRENT', 'A2'],
      ['UNKNOWN'],
      ['MERGED', 'A1'],
    ]);
    await resolve(...Array.from({ length: 500 }, (_, at) => `A${at}`));
    expect([...app.statements].sort()).toEqual(['graph.former-ids', 'graph.locate', 'researcher.by-id']);
    const { errors } = await app.query('query ($ids: [ID!]!) { resolve(ids: $ids) { id } }', {
      ids: Array.from({ length: 501 }, () => 'A1'),
    });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('follows a chain to its present end, in any order of merging, and comes back when one is undone', async () => {
    await retire(merged('A4', 'A3'));
    expect(await found('A4')).toEqual([['MERGED']]);
    await retire(merged('A3', 'A5'), merged('A5', 'A1'));
    expect(await found('A3', 'A4', 'A5')).toEqual(Array(3).fill(['MERGED', 'A1']));
    await restore('A3');
    await graph.query("CREATE (:Researcher {id: 'A3', updatedAt: ''})");
    expect(await found('A3', 'A4', 'A5')).toEqual([
      ['CURRENT', 'A3'],
      ['MERGED', 'A3'],
      ['MERGED', 'A1'],
    ]);
  });

  test('is never lost in a circle', async () => {
    await retire(merged('A3', 'A4'), merged('A4', 'A5'), merged('A5', 'A3'), merged('A6', 'A6'));
    expect(await found('A3', 'A6')).toEqual([['MERGED'], ['MERGED']]);
    expect((await app.query('{ node(id: "A3") { id } }')).data).toEqual({ node: null });
  });

  test('that is taken back is forgotten without a trace', async () => {
    const before = await readGraph(graph);
    await retire(merged('A3', 'A4'), { id: 'A1', state: 'SPLIT', targets: ['A1', 'A7'], reason: '' });
    await restore('A3', 'A1');
    expect(await readGraph(graph)).toEqual(before);
  });

  test('is told to who replaces it, so that it can be put back', async () => {
    const split: FormerId = { id: 'A1', state: 'SPLIT', targets: ['A1', 'A2'], reason: 'Two people' };
    expect(await retire(split)).toEqual([{ id: 'A1', before: null }]);
    const { id, ...rest } = split;
    expect(await retire(merged('A1', 'A2'))).toEqual([
      { id, before: { ...rest, at: MOMENT, curation: null, date: null } },
    ]);
  });

  test('counts for less than a node of that id', async () => {
    await retire(merged('A2', 'A1'), { id: 'W1', state: 'DELETED', targets: [], reason: '' });
    expect(await found('A2', 'W1')).toEqual([
      ['CURRENT', 'A2'],
      ['CURRENT', 'W1'],
    ]);
  });
});

describe('an old id keeps resolving everywhere', () => {
  const FIELDS = `
    node(id: $id) { id }
    nodes(ids: [$id, "A2"]) { id }
    researcher(id: $id) { id name }
    neighbourhood(center: $id) { center { id } nodes { id } }
    collaborators(ids: [$id]) { researcher { id } collaborators { node { id } } }
    work(id: $id) { id }`;

  test.each(['A3', 'https://openalex.org/A3', 'orcid:0000-0001-5109-3700', 'demo:old'])('%s', async (id) => {
    const former = id.startsWith('https') ? 'A3' : id;
    await retire(merged(former, 'A9'), merged('A9', 'A1'));
    const { data, errors } = await app.query(`query ($id: ID!) {${FIELDS}}`, { id });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      node: { id: 'A1' },
      nodes: [{ id: 'A1' }, { id: 'A2' }],
      researcher: { id: 'A1', name: 'Ada' },
      neighbourhood: { center: { id: 'A1' }, nodes: expect.arrayContaining([{ id: 'W1' }, { id: 'A2' }]) },
      collaborators: [{ researcher: { id: 'A1' }, collaborators: [{ node: { id: 'A2' } }] }],
      work: null,
    });
  });

  test('and costs ids that did not move nothing', async () => {
    await retire(merged('A3', 'A1'), { id: 'A2', state: 'SPLIT', targets: ['A2', 'A1'], reason: '' });
    const { data } = await app.query('{ node(id: "A2") { id } }');
    expect(data.node).toEqual({ id: 'A2' });
    expect(app.statements).toEqual(['researcher.by-id']);
    await app.query('{ node(id: "demo:eve") { id } }');
    expect(app.statements).toEqual(['graph.locate', 'researcher.by-id']);
  });
});
