import { checkGraph } from '../../src/ingest/check.js';
import { dates, useImportedGraph } from '../support/imports.js';
import { researcher, topic, work } from '../support/records.js';

describe('what an import says of its work', () => {
  const graph = useImportedGraph();

  const records = async () => {
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
    const rows = await graph().query('MATCH (s:Source) RETURN s.name AS name, s.records AS records');
    return Object.fromEntries(rows.map(({ name, records: count }) => [name, count]));
  };
  /** The ids of the nodes that a further import dates anew. */
  const movedBy = async (load: () => Promise<unknown>) => {
    await graph().query("MATCH (n) WHERE n.updatedAt IS NOT NULL SET n.updatedAt = 'before'");
    await load();
    const moved = await graph().query("MATCH (n) WHERE n.updatedAt <> 'before' RETURN n.id AS id ORDER BY id");
    return moved.map(({ id }) => id);
  };

  describe('the records of a source', () => {
    it('are counted once, however often they change', async () => {
      await graph().load([topic({ id: 'T1', name: 'One' }), work({ id: 'W1' })]);
      await graph().load([topic({ id: 'T1', name: 'Two' }), work({ id: 'W1', title: 'Other' })]);
      expect(await records()).toEqual({ test: 2 });
    });

    it('are counted for each source that states the node, also where it only mentions it', async () => {
      await graph().load([topic({ id: 'T1', name: 'One' }), researcher({ id: 'A1', name: 'Ada' })]);
      await graph().load([work({ id: 'W1', topics: [{ id: 'T1', score: 1 }] })], { source: 'other' });
      expect(await records()).toEqual({ test: 2, other: 2 });
      await graph().load([work({ id: 'W2', topics: [{ id: 'T1', score: 1 }] })], { source: 'other' });
      expect(await records()).toEqual({ test: 2, other: 3 });
    });

    it('are counted for who mentioned the node before anyone had a record of it', async () => {
      await graph().load([work({ id: 'W1', topics: [{ id: 'T1', score: 1 }] })], { source: 'other' });
      expect(await records()).toEqual({ other: 1 });
      await graph().load([topic({ id: 'T1', name: 'One' })]);
      expect(await records()).toEqual({ test: 1, other: 2 });
    });
  });

  describe('the moment of a topic', () => {
    const about = (id: string, topics: Readonly<Record<string, number>>, sourceUpdatedAt = dates.early) =>
      work({ id, sourceUpdatedAt, topics: Object.entries(topics).map(([topicId, score]) => ({ id: topicId, score })) });

    it('moves when a work comes to it, leaves it or rates it otherwise, and not when a work keeps it', async () => {
      await graph().load([about('W1', { T1: 0.9, T2: 0.5, T3: 0.2 }), about('W2', { T4: 1 })]);
      const moved = await movedBy(() => graph().load([about('W1', { T2: 0.6, T3: 0.2, T4: 0.1 }, dates.late)]));
      expect(moved).toEqual(['T1', 'T2', 'T4', 'W1']);
    });
  });

  describe('the moment of a work', () => {
    it('moves when a work that cites it comes or goes, or another source states the citation', async () => {
      await graph().load([work({ id: 'W1', references: ['W2', 'W3'] }), work({ id: 'W2' }), work({ id: 'W4' })]);
      expect(await movedBy(() => graph().load([work({ id: 'W3', references: ['W4'] })]))).toEqual(['W1', 'W3', 'W4']);
      const fewer = work({ id: 'W1', references: ['W3'], sourceUpdatedAt: dates.early });
      expect(await movedBy(() => graph().load([fewer]))).toEqual(['W1', 'W2']);
      const same = work({ id: 'W1', title: 'Other', references: ['W3'], sourceUpdatedAt: dates.late });
      expect(await movedBy(() => graph().load([same], { source: 'other' }))).toEqual(['W1', 'W3']);
    });
  });
});
