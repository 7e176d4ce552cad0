import { checkGraph } from '../../src/ingest/check.js';
import { wipe } from '../support/graph.js';
import { dates, useImportedGraph } from '../support/imports.js';
import { researcher, work } from '../support/records.js';

describe('what an import does to edges', () => {
  const graph = useImportedGraph();

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
      await graph().load([first]);
      await graph().load([
        work({
          id: 'W1',
          sourceUpdatedAt: dates.late,
          year: 2021,
          citationCount: 5,
          authors: [{ researcherId: 'A1', institutionIds: ['I2'] }, { researcherId: 'A3' }],
          topics: [{ id: 'T2', score: 0.5 }],
        }),
      ]);
      expect((await graph().edges('AUTHORED')).map(({ from }) => from).sort()).toEqual(['A1', 'A3']);
      expect(await graph().edges('COAUTHOR')).toEqual([
        { from: 'A1', to: 'A3', works: 1, strength: 1, firstYear: 2021, lastYear: 2021 },
      ]);
      expect((await graph().edges('RESEARCHES')).map(({ to }) => to)).toEqual(['T2', 'T2']);
      expect(await graph().edges('PRODUCED_AT')).toEqual([
        { from: 'W1', to: 'I2', institutionId: 'I2', citationCount: 5, year: 2021 },
      ]);
      expect(await graph().edges('PARTNER')).toEqual([]);
      expect(await graph().node('A2')).toMatchObject({ worksCount: 0, collaboratorsCount: 0, citationCount: 0 });
      expect(await graph().node('A2')).not.toHaveProperty('lastYear');
      expect(await graph().node('T1')).toMatchObject({ worksCount: 0 });
      expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
    });

    it('copies citations and year to its edges, 0 where it has no year', async () => {
      await graph().load([first, work({ id: 'W2', topics: [{ id: 'T1', score: 1 }] })]);
      expect(await graph().edges('ABOUT')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ from: 'W1', topicId: 'T1', citationCount: 3, year: 2020, sources: 'test' }),
          expect.objectContaining({ from: 'W2', topicId: 'T1', citationCount: 0, year: 0 }),
        ]),
      );
    });

    it('with more names than the limit counts in no joint figure, and in all others', async () => {
      await wipe(graph(), 2);
      const authors = ['A1', 'A2'].map((researcherId, place) => ({ researcherId, institutionIds: [`I${place}`] }));
      await graph().load([work({ id: 'W1', authors, otherNames: ['Somebody'], topics: [{ id: 'T1', score: 1 }] })], {
        maxAuthors: 2,
      });
      expect([await graph().edges('COAUTHOR'), await graph().edges('PARTNER')]).toEqual([[], []]);
      expect([await graph().edges('RESEARCHES'), await graph().edges('ACTIVE_IN')]).toMatchObject([
        { length: 2 },
        { length: 2 },
      ]);
    });

    it('adds to the strength of its authors by how many they are, rounded once for all works', async () => {
      const authors = ['A1', 'A2', 'A3', 'A4'].map((researcherId) => ({ researcherId }));
      const strengths = async () => new Set((await graph().edges('COAUTHOR')).map(({ strength }) => strength));
      await graph().load([work({ id: 'W1', authors })]);
      expect(await strengths()).toEqual(new Set([0.333333]));
      await graph().load([work({ id: 'W2', authors })]);
      expect(await strengths()).toEqual(new Set([0.666667]));
      await graph().load([work({ id: 'W3', authors })]);
      expect(await strengths()).toEqual(new Set([1]));
    });

    it('changes the moment of those whose edges changed, and of nobody else', async () => {
      const second = (title: string) => work({ id: 'W2', title, authors: [{ researcherId: 'A1' }] });
      await graph().load([first, second('One')]);
      await graph().query("MATCH (n) WHERE n.updatedAt IS NOT NULL SET n.updatedAt = 'before'");
      await graph().load([
        work({ ...first, hash: undefined, authors: first.authorships.slice(0, 1), citationCount: 4 }),
      ]);
      const moved = await graph().query("MATCH (n) WHERE n.updatedAt <> 'before' RETURN n.id AS id ORDER BY id");
      expect(moved.map(({ id }) => id)).toEqual(['A2', 'W1']);
    });
  });

  describe('citations', () => {
    const cites = async (): Promise<string[]> =>
      (await graph().edges('CITES')).map(({ from, to }) => `${from} ${to}`).sort();

    it('are there whichever of the two works comes first, also within one chunk', async () => {
      const works = [
        work({ id: 'arxiv:1/2 "x" AND', references: ['W2'] }),
        work({ id: 'W2', references: ['W3', 'W9'] }),
        work({ id: 'W3', references: ['arxiv:1/2 "x" AND'] }),
      ];
      const all = ['W2 W3', 'W3 arxiv:1/2 "x" AND', 'arxiv:1/2 "x" AND W2'];
      for (const chunkSize of [1, 3]) {
        await wipe(graph());
        await graph().load(works, { chunkSize });
        expect(await cites()).toEqual(all);
        await wipe(graph());
        await graph().load([...works].reverse(), { chunkSize });
        expect(await cites()).toEqual(all);
      }
    });

    it('from an earlier work that changes in the chunk of the newcomer follow its new references', async () => {
      await graph().load([work({ id: 'W1', references: ['W2', 'W3'] })]);
      await graph().load([
        work({ id: 'W1', references: ['W3'], sourceUpdatedAt: dates.late }),
        work({ id: 'W2' }),
        work({ id: 'W3' }),
      ]);
      expect(await cites()).toEqual(['W1 W3']);
    });

    it('go when the citing work no longer lists them', async () => {
      await graph().load([work({ id: 'W1', references: ['W2'] }), work({ id: 'W2' })]);
      await graph().load([work({ id: 'W1', sourceUpdatedAt: dates.late })]);
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
      await graph().load([stay]);
      expect(await graph().edges('AFFILIATED')).toEqual(expect.arrayContaining([derived('I1'), derived('I2')]));
      await graph().load([stated]);
      expect(await graph().edges('AFFILIATED')).toEqual([fromRecord]);
      await graph().load([researcher({ id: 'A1', name: 'Ada', sourceUpdatedAt: dates.late })]);
      expect(await graph().edges('AFFILIATED')).toEqual(expect.arrayContaining([derived('I1'), derived('I2')]));
    });

    it('that are stated stay, and count the works that come later', async () => {
      await graph().load([stated]);
      expect(await graph().edges('AFFILIATED')).toEqual([{ ...fromRecord, works: 0 }]);
      await graph().load([stay]);
      expect(await graph().edges('AFFILIATED')).toEqual([fromRecord]);
    });
  });
});
