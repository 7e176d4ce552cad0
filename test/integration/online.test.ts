import { checkGraph } from '../../src/ingest/check.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import type { GraphRecord } from '../../src/ingest/records.js';
import { readGraph, wipe } from '../support/graph.js';
import { dates, useImportedGraph } from '../support/imports.js';
import { institution, researcher, topic, work } from '../support/records.js';

describe('importing into a graph in use', () => {
  const graph = useImportedGraph();

  describe('statements', () => {
    it('make a node of everyone whom a work mentions, under the name that it gives', async () => {
      await graph().load([work({ id: 'W1', authors: [{ researcherId: 'A1' }], called: { A1: 'Ada' } })]);
      expect(await graph().node('A1')).toMatchObject({ name: 'Ada', worksCount: 1, sources: 'test' });
    });

    it('name a node by its id where no source gave a name', async () => {
      await graph().load([work({ id: 'W1', authors: [{ researcherId: 'A1' }], called: { A1: '' } })]);
      expect((await graph().node('A1')).name).toBe('A1');
    });

    it.each([
      ['in order', [0, 1]],
      ['in reverse', [1, 0]],
    ])('give the newest name, whether works are read %s', async (_, order) => {
      const works = [
        work({ id: 'W1', sourceUpdatedAt: dates.early, authors: [{ researcherId: 'A1' }], called: { A1: 'Old' } }),
        work({ id: 'W2', sourceUpdatedAt: dates.late, authors: [{ researcherId: 'A1' }], called: { A1: 'New' } }),
      ];
      await graph().load(
        order.map((place) => works[place] as GraphRecord),
        { chunkSize: 1 },
      );
      expect((await graph().node('A1')).name).toBe('New');
    });

    it('are ordered by code point, not by UTF-16 unit', async () => {
      const names = ['\u{1f600}', '\uff5e'];
      const works = names.map((name, place) =>
        work({ id: `W${place}`, authors: [{ researcherId: 'A1' }], called: { A1: name } }),
      );
      await graph().load(works);
      expect((await graph().node('A1')).name).toBe('\u{1f600}');
    });

    it('fill only the fields that the record of their subject left empty', async () => {
      await graph().load([
        institution({ id: 'I1', name: 'Tsinghua University' }),
        work({ id: 'W1', authors: [{ researcherId: 'A1', institutionIds: ['I1'] }], called: { I1: 'Other' } }),
      ]);
      expect((await graph().node('I1')).name).toBe('Tsinghua University');
      await graph().load([
        researcher({ id: 'A2' }),
        work({ id: 'W2', authors: [{ researcherId: 'A2' }], called: { A2: 'Ada' } }),
      ]);
      expect((await graph().node('A2')).name).toBe('Ada');
    });

    it('are made by works that lose to a newer record, too', async () => {
      await graph().load([
        work({ id: 'W1', sourceUpdatedAt: dates.late, title: 'Late' }),
        work({ id: 'W1', sourceUpdatedAt: dates.early, title: 'Early', authors: [{ researcherId: 'A1' }] }),
      ]);
      expect(await graph().node('W1')).toMatchObject({ title: 'Late' });
      expect(await graph().node('A1')).toMatchObject({ worksCount: 0 });
    });
  });

  describe('records', () => {
    it('that are newer replace, that are older change nothing', async () => {
      await graph().load([topic({ id: 'T1', sourceUpdatedAt: dates.late, name: 'Late' })]);
      const { kinds } = await graph().load([topic({ id: 'T1', sourceUpdatedAt: dates.early, name: 'Early' })]);
      expect(kinds.topic).toMatchObject({ read: 1, created: 0, updated: 0, unchanged: 1 });
      expect((await graph().node('T1')).name).toBe('Late');
    });

    it('without a date lose to those with one', async () => {
      await graph().load([topic({ id: 'T1', name: 'Undated' })]);
      await graph().load([topic({ id: 'T1', sourceUpdatedAt: dates.early, name: 'Dated' })]);
      await graph().load([topic({ id: 'T1', name: 'Undated' })]);
      expect((await graph().node('T1')).name).toBe('Dated');
    });

    it.each(['one chunk', 'two'])(
      'of one date win by what they say, then by hash, whichever comes first: %s',
      async (chunks) => {
        const poor = topic({ id: 'T1', name: 'Poor', hash: 'z' });
        const rich = topic({ id: 'T1', name: 'Rich', field: 'Physics', hash: 'a' });
        const twin = topic({ id: 'T1', name: 'Twin', field: 'Physics', hash: 'b' });
        const bare = work({ id: 'W1', title: 'Bare', notImported: ['abstract'], hash: 'z' });
        const full = work({ id: 'W1', title: 'Full', hash: 'a' });
        for (const order of [
          [poor, rich, twin, bare, full],
          [twin, rich, poor, full, bare],
        ]) {
          await wipe(graph());
          await graph().load(order, { chunkSize: chunks === 'two' ? 1 : 10 });
          expect((await graph().node('T1')).name).toBe('Twin');
          expect((await graph().node('W1')).title).toBe('Full');
        }
      },
    );

    it('lose a field that the newer record no longer has', async () => {
      await graph().load([topic({ id: 'T1', name: 'Learning', field: 'Computer Science' })]);
      await graph().load([topic({ id: 'T1', name: 'Learning', sourceUpdatedAt: dates.early })]);
      expect(await graph().node('T1')).not.toHaveProperty('field');
    });

    it('read a second time change nothing at all, not even the version', async () => {
      const records = [
        work({ id: 'W1', authors: [{ researcherId: 'A1', institutionIds: ['I1'] }], topics: [{ id: 'T1', score: 1 }] }),
        researcher({ id: 'A1', name: 'Ada' }),
      ];
      await graph().load(records);
      const [before, versionBefore] = [await readGraph(graph()), await graph().version()];
      const { kinds } = await graph().load(records);
      expect(kinds.work).toEqual({ read: 1, created: 0, updated: 0, unchanged: 1, rejected: 0 });
      expect(kinds.researcher).toEqual({ read: 1, created: 0, updated: 0, unchanged: 1, rejected: 0 });
      const withoutSource = ({ nodes, edges: all }: typeof before) => [
        nodes.filter(({ label }) => label !== 'Source'),
        all,
      ];
      expect(withoutSource(await readGraph(graph()))).toEqual(withoutSource(before));
      expect(await graph().version()).toBe(versionBefore);
    });

    it('raise the version once for each chunk that changes something', async () => {
      await graph().load(
        ['T1', 'T2', 'T3'].map((id) => topic({ id, name: id })),
        { chunkSize: 2 },
      );
      expect(await graph().version()).toBe(2);
    });

    it('are counted for their source', async () => {
      await graph().load([topic({ id: 'T1', name: 'One' }), work({ id: 'W1', topics: [{ id: 'T2', score: 1 }] })]);
      await graph().load([topic({ id: 'T1', name: 'Two' })], { source: 'other' });
      const sources = await graph().query('MATCH (s:Source) RETURN s.name AS name, s.records AS records ORDER BY name');
      expect(sources).toEqual([
        { name: 'other', records: 1 },
        { name: 'test', records: 2 },
      ]);
      expect((await graph().node('T1')).sources).toBe('other test');
    });
  });

  it('is recovered by importing again, wherever it was cut off', async () => {
    const records = ['W1', 'W2', 'W3'].map((id) => work({ id, authors: [{ researcherId: 'A1' }], references: ['W1'] }));
    const cutOff = async function* () {
      yield { source: 'test', records: records.slice(0, 2) };
      throw new Error('cut off');
    };
    const options = { maxAuthors: 100, chunkSize: 1 };
    await expect(importOnline(graph().database, cutOff(), options)).rejects.toThrow('cut off');
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
    const { kinds } = await graph().load(records);
    expect(kinds.work).toMatchObject({ created: 1, unchanged: 2 });
    expect(await graph().node('A1')).toMatchObject({ worksCount: 3 });
  });

  it('may run twice at once without losing an edge or a count', async () => {
    const one = Array.from({ length: 10 }, (_, place) =>
      work({ id: `V${place}`, authors: [{ researcherId: 'A1' }], references: [`W${place}`] }),
    );
    const other = Array.from({ length: 10 }, (_, place) =>
      work({ id: `W${place}`, authors: [{ researcherId: 'A1' }], references: [`V${place}`] }),
    );
    await Promise.all([graph().load(one, { chunkSize: 2 }), graph().load(other, { chunkSize: 2, source: 'other' })]);
    expect(await graph().edges('CITES')).toHaveLength(20);
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
  });
});
