import { checkGraph } from '../../src/ingest/check.js';
import { importOnline, type OnlineOptions } from '../../src/ingest/online/import-online.js';
import type { GraphRecord } from '../../src/ingest/records.js';
import { openTestDatabase, type Row, readGraph, type TestDatabase, wipe } from '../support/graph.js';
import { batchesOf, institution, researcher, topic, work } from '../support/records.js';

describe('importing into a graph in use', () => {
  let graph: TestDatabase;
  beforeAll(async () => {
    graph = await openTestDatabase();
  });
  beforeEach(async () => wipe(graph));
  afterAll(async () => {
    await wipe(graph);
    await graph.database.close();
  });

  const load = (records: readonly GraphRecord[], options: Partial<OnlineOptions> = {}) =>
    importOnline(graph.database, batchesOf(...records), { source: 'test', maxAuthors: 100, ...options });
  const node = async (id: string): Promise<Row> =>
    (await graph.query('MATCH (n {id: $id}) RETURN properties(n) AS node', { id }))[0]?.node as Row;
  const edges = async (type: string): Promise<Row[]> =>
    (await readGraph(graph)).edges
      .filter((edge) => edge.type === type)
      .map(({ from, to, properties }) => ({ ...properties, from, to }));
  const version = async (): Promise<unknown> =>
    (await graph.query("MATCH (m:Meta {id: 'graph'}) RETURN m.version AS version"))[0]?.version;
  const dates = { early: '2024-01-01', late: '2024-02-01' };

  describe('statements', () => {
    it('make a node of everyone whom a work mentions, under the name that it gives', async () => {
      await load([work({ id: 'W1', authors: [{ researcherId: 'A1' }], called: { A1: 'Ada' } })]);
      expect(await node('A1')).toMatchObject({ name: 'Ada', worksCount: 1, sources: 'test' });
    });

    it('name a node by its id where no source gave a name', async () => {
      await load([work({ id: 'W1', authors: [{ researcherId: 'A1' }], called: { A1: '' } })]);
      expect((await node('A1')).name).toBe('A1');
    });

    it.each([
      ['in order', [0, 1]],
      ['in reverse', [1, 0]],
    ])('give the newest name, whether works are read %s', async (_, order) => {
      const works = [
        work({ id: 'W1', sourceUpdatedAt: dates.early, authors: [{ researcherId: 'A1' }], called: { A1: 'Old' } }),
        work({ id: 'W2', sourceUpdatedAt: dates.late, authors: [{ researcherId: 'A1' }], called: { A1: 'New' } }),
      ];
      await load(
        order.map((place) => works[place] as GraphRecord),
        { chunkSize: 1 },
      );
      expect((await node('A1')).name).toBe('New');
    });

    it('are ordered by code point, not by UTF-16 unit', async () => {
      const names = ['\u{1f600}', '\uff5e'];
      const works = names.map((name, place) =>
        work({ id: `W${place}`, authors: [{ researcherId: 'A1' }], called: { A1: name } }),
      );
      await load(works);
      expect((await node('A1')).name).toBe('\u{1f600}');
    });

    it('fill only the fields that the record of their subject left empty', async () => {
      await load([
        institution({ id: 'I1', name: 'Tsinghua University' }),
        work({ id: 'W1', authors: [{ researcherId: 'A1', institutionIds: ['I1'] }], called: { I1: 'Other' } }),
      ]);
      expect((await node('I1')).name).toBe('Tsinghua University');
      await load([
        researcher({ id: 'A2' }),
        work({ id: 'W2', authors: [{ researcherId: 'A2' }], called: { A2: 'Ada' } }),
      ]);
      expect((await node('A2')).name).toBe('Ada');
    });

    it('are made by works that lose to a newer record, too', async () => {
      await load([
        work({ id: 'W1', sourceUpdatedAt: dates.late, title: 'Late' }),
        work({ id: 'W1', sourceUpdatedAt: dates.early, title: 'Early', authors: [{ researcherId: 'A1' }] }),
      ]);
      expect(await node('W1')).toMatchObject({ title: 'Late' });
      expect(await node('A1')).toMatchObject({ worksCount: 0 });
    });
  });

  describe('records', () => {
    it('that are newer replace, that are older change nothing', async () => {
      await load([topic({ id: 'T1', sourceUpdatedAt: dates.late, name: 'Late' })]);
      const { kinds } = await load([topic({ id: 'T1', sourceUpdatedAt: dates.early, name: 'Early' })]);
      expect(kinds.topic).toMatchObject({ read: 1, created: 0, updated: 0, unchanged: 1 });
      expect((await node('T1')).name).toBe('Late');
    });

    it('without a date lose to those with one, and of two of one date the one read later wins', async () => {
      await load([topic({ id: 'T1', name: 'First' }), topic({ id: 'T1', name: 'Second' })]);
      expect((await node('T1')).name).toBe('Second');
      await load([topic({ id: 'T1', sourceUpdatedAt: dates.early, name: 'Dated' })]);
      await load([topic({ id: 'T1', name: 'Undated' })]);
      expect((await node('T1')).name).toBe('Dated');
    });

    it('lose a field that the newer record no longer has', async () => {
      await load([topic({ id: 'T1', name: 'Learning', field: 'Computer Science' })]);
      await load([topic({ id: 'T1', name: 'Learning', sourceUpdatedAt: dates.early })]);
      expect(await node('T1')).not.toHaveProperty('field');
    });

    it('read a second time change nothing at all, not even the version', async () => {
      const records = [
        work({ id: 'W1', authors: [{ researcherId: 'A1', institutionIds: ['I1'] }], topics: [{ id: 'T1', score: 1 }] }),
        researcher({ id: 'A1', name: 'Ada' }),
      ];
      await load(records);
      const [before, versionBefore] = [await readGraph(graph), await version()];
      const { kinds } = await load(records);
      expect(kinds.work).toEqual({ read: 1, created: 0, updated: 0, unchanged: 1, rejected: 0 });
      expect(kinds.researcher).toEqual({ read: 1, created: 0, updated: 0, unchanged: 1, rejected: 0 });
      const withoutSource = ({ nodes, edges: all }: typeof before) => [
        nodes.filter(({ label }) => label !== 'Source'),
        all,
      ];
      expect(withoutSource(await readGraph(graph))).toEqual(withoutSource(before));
      expect(await version()).toBe(versionBefore);
    });

    it('raise the version once for each chunk that changes something', async () => {
      await load(
        ['T1', 'T2', 'T3'].map((id) => topic({ id, name: id })),
        { chunkSize: 2 },
      );
      expect(await version()).toBe(2);
    });

    it('are counted for their source', async () => {
      await load([topic({ id: 'T1', name: 'One' }), work({ id: 'W1', topics: [{ id: 'T2', score: 1 }] })]);
      await load([topic({ id: 'T1', name: 'Two' })], { source: 'other' });
      const sources = await graph.query('MATCH (s:Source) RETURN s.name AS name, s.records AS records ORDER BY name');
      expect(sources).toEqual([
        { name: 'other', records: 1 },
        { name: 'test', records: 2 },
      ]);
      expect((await node('T1')).sources).toBe('other test');
    });
  });

  describe('a work', () => {
    const first = work({
      id: 'W1',
      sourceUpdatedAt: dates.early,
      year: 2020,
      citationCount: 3,
      authors: [
        { researcherId: 'A1', institutionIds: ['I1'] },
        { researcherId: 'A2', institutionIds: ['I2'] },
      ],
      topics: [{ id: 'T1', score: 0.9 }],
    });

    it('that changes is replaced as a whole, with all that followed from it', async () => {
      await load([first]);
      await load([
        work({
          id: 'W1',
          sourceUpdatedAt: dates.late,
          year: 2021,
          citationCount: 5,
          authors: [{ researcherId: 'A1', institutionIds: ['I2'] }, { researcherId: 'A3' }],
          topics: [{ id: 'T2', score: 0.5 }],
        }),
      ]);
      expect((await edges('AUTHORED')).map(({ from }) => from).sort()).toEqual(['A1', 'A3']);
      expect(await edges('COAUTHOR')).toEqual([
        { from: 'A1', to: 'A3', works: 1, strength: 1, firstYear: 2021, lastYear: 2021 },
      ]);
      expect((await edges('RESEARCHES')).map(({ to }) => to)).toEqual(['T2', 'T2']);
      expect(await edges('PRODUCED_AT')).toEqual([
        { from: 'W1', to: 'I2', institutionId: 'I2', citationCount: 5, year: 2021 },
      ]);
      expect(await edges('PARTNER')).toEqual([]);
      expect(await node('A2')).toMatchObject({ worksCount: 0, collaboratorsCount: 0, citationCount: 0 });
      expect(await node('A2')).not.toHaveProperty('lastYear');
      expect(await node('T1')).toMatchObject({ worksCount: 0 });
      expect(await checkGraph(graph.database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
    });

    it('copies citations and year to its edges, 0 where it has no year', async () => {
      await load([first, work({ id: 'W2', topics: [{ id: 'T1', score: 1 }] })]);
      expect(await edges('ABOUT')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ from: 'W1', topicId: 'T1', citationCount: 3, year: 2020, sources: 'test' }),
          expect.objectContaining({ from: 'W2', topicId: 'T1', citationCount: 0, year: 0 }),
        ]),
      );
    });

    it('with more names than the limit counts in no joint figure, and in all others', async () => {
      await wipe(graph, 2);
      const authors = ['A1', 'A2'].map((researcherId, place) => ({ researcherId, institutionIds: [`I${place}`] }));
      await load([work({ id: 'W1', authors, otherNames: ['Somebody'], topics: [{ id: 'T1', score: 1 }] })], {
        maxAuthors: 2,
      });
      expect([await edges('COAUTHOR'), await edges('PARTNER')]).toEqual([[], []]);
      expect([await edges('RESEARCHES'), await edges('ACTIVE_IN')]).toMatchObject([{ length: 2 }, { length: 2 }]);
    });

    it('adds to the strength of its authors by how many they are, rounded once for all works', async () => {
      const authors = ['A1', 'A2', 'A3', 'A4'].map((researcherId) => ({ researcherId }));
      const strengths = async () => new Set((await edges('COAUTHOR')).map(({ strength }) => strength));
      await load([work({ id: 'W1', authors })]);
      expect(await strengths()).toEqual(new Set([0.333333]));
      await load([work({ id: 'W2', authors })]);
      expect(await strengths()).toEqual(new Set([0.666667]));
      await load([work({ id: 'W3', authors })]);
      expect(await strengths()).toEqual(new Set([1]));
    });

    it('changes the moment of those whose edges changed, and of nobody else', async () => {
      const second = (title: string) => work({ id: 'W2', title, authors: [{ researcherId: 'A1' }] });
      await load([first, second('One')]);
      await graph.query("MATCH (n) WHERE n.updatedAt IS NOT NULL SET n.updatedAt = 'before'");
      await load([work({ ...first, hash: undefined, authors: first.authorships.slice(0, 1), citationCount: 4 })]);
      const moved = await graph.query("MATCH (n) WHERE n.updatedAt <> 'before' RETURN n.id AS id ORDER BY id");
      expect(moved.map(({ id }) => id)).toEqual(['A2', 'W1']);
    });
  });

  describe('citations', () => {
    const cites = async (): Promise<string[]> => (await edges('CITES')).map(({ from, to }) => `${from} ${to}`).sort();

    it('are there whichever of the two works comes first, also within one chunk', async () => {
      const works = [
        work({ id: 'arxiv:1/2 "x" AND', references: ['W2'] }),
        work({ id: 'W2', references: ['W3', 'W9'] }),
        work({ id: 'W3', references: ['arxiv:1/2 "x" AND'] }),
      ];
      const all = ['W2 W3', 'W3 arxiv:1/2 "x" AND', 'arxiv:1/2 "x" AND W2'];
      for (const chunkSize of [1, 3]) {
        await wipe(graph);
        await load(works, { chunkSize });
        expect(await cites()).toEqual(all);
        await wipe(graph);
        await load([...works].reverse(), { chunkSize });
        expect(await cites()).toEqual(all);
      }
    });

    it('from an earlier work that changes in the chunk of the newcomer follow its new references', async () => {
      await load([work({ id: 'W1', references: ['W2', 'W3'] })]);
      await load([
        work({ id: 'W1', references: ['W3'], sourceUpdatedAt: dates.late }),
        work({ id: 'W2' }),
        work({ id: 'W3' }),
      ]);
      expect(await cites()).toEqual(['W1 W3']);
    });

    it('go when the citing work no longer lists them', async () => {
      await load([work({ id: 'W1', references: ['W2'] }), work({ id: 'W2' })]);
      await load([work({ id: 'W1', sourceUpdatedAt: dates.late })]);
      expect(await cites()).toEqual([]);
    });
  });

  describe('affiliations', () => {
    const stay = work({ id: 'W1', year: 2020, authors: [{ researcherId: 'A1', institutionIds: ['I1', 'I2'] }] });
    const stated = researcher({
      id: 'A1',
      name: 'Ada',
      affiliations: [{ institutionId: 'I1', fromYear: 2018, toYear: null, current: true }],
    });
    const derived = (institution: string) => ({
      from: 'A1',
      to: institution,
      institutionId: institution,
      works: 1,
      fromYear: 2020,
      toYear: 2020,
      current: true,
    });
    const fromRecord = {
      ...{ from: 'A1', to: 'I1', institutionId: 'I1', works: 1 },
      ...{ fromYear: 2018, current: true, stated: true, sources: 'test' },
    };

    it('follow from authorships only until a record of the researcher states some', async () => {
      await load([stay]);
      expect(await edges('AFFILIATED')).toEqual(expect.arrayContaining([derived('I1'), derived('I2')]));
      await load([stated]);
      expect(await edges('AFFILIATED')).toEqual([fromRecord]);
      await load([researcher({ id: 'A1', name: 'Ada', sourceUpdatedAt: dates.late })]);
      expect(await edges('AFFILIATED')).toEqual(expect.arrayContaining([derived('I1'), derived('I2')]));
    });

    it('that are stated stay, and count the works that come later', async () => {
      await load([stated]);
      expect(await edges('AFFILIATED')).toEqual([{ ...fromRecord, works: 0 }]);
      await load([stay]);
      expect(await edges('AFFILIATED')).toEqual([fromRecord]);
    });
  });

  it('is recovered by importing again, wherever it was cut off', async () => {
    const records = ['W1', 'W2', 'W3'].map((id) => work({ id, authors: [{ researcherId: 'A1' }], references: ['W1'] }));
    const cutOff = async function* () {
      yield records.slice(0, 2);
      throw new Error('cut off');
    };
    const options = { source: 'test', maxAuthors: 100, chunkSize: 1 };
    await expect(importOnline(graph.database, cutOff(), options)).rejects.toThrow('cut off');
    expect(await checkGraph(graph.database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
    const { kinds } = await load(records);
    expect(kinds.work).toMatchObject({ created: 1, unchanged: 2 });
    expect(await node('A1')).toMatchObject({ worksCount: 3 });
  });

  it('may run twice at once without losing an edge or a count', async () => {
    const one = Array.from({ length: 10 }, (_, place) =>
      work({ id: `V${place}`, authors: [{ researcherId: 'A1' }], references: [`W${place}`] }),
    );
    const other = Array.from({ length: 10 }, (_, place) =>
      work({ id: `W${place}`, authors: [{ researcherId: 'A1' }], references: [`V${place}`] }),
    );
    await Promise.all([load(one, { chunkSize: 2 }), load(other, { chunkSize: 2, source: 'other' })]);
    expect(await edges('CITES')).toHaveLength(20);
    expect(await checkGraph(graph.database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
  });
});
