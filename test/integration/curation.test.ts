import { mergeResearchers } from '../../src/curation/merge.js';
import { splitResearcher } from '../../src/curation/split.js';
import { undoCuration } from '../../src/curation/undo.js';
import { checkGraph } from '../../src/ingest/check.js';
import type { SourceRecord, WorkRecord } from '../../src/ingest/records.js';
import { useImportedGraph } from '../support/imports.js';
import { scholarlyGraph } from '../support/openalex-file.js';
import { person } from '../support/persons.js';
import { institution, researcher, work } from '../support/records.js';

const ADA = '0000-0002-1825-0097';

describe('what moderators decide about records', () => {
  const graph = useImportedGraph();
  const load = (...records: SourceRecord[]) => graph().load(records, { source: 'openalex' });
  const curator = () => ({ database: graph().database, maxAuthors: 100, by: 'Mo' });
  const authored = async () =>
    (await graph().edges('AUTHORED'))
      .map(({ from, to, position, statedAs }) => [to, position, from, statedAs ?? null])
      .sort();
  const became = async (id: string) =>
    (
      await graph().query(
        'MATCH (f:FormerId {id: $id}) RETURN f.state AS state, COLLECT { MATCH (f)-[b:BECAME]->(t) RETURN t.id ORDER BY b.place } AS to',
        { id },
      )
    )[0];
  const lastCuration = async () =>
    (await graph().query('MATCH (c:Curation) RETURN c.id AS id ORDER BY c.id DESC LIMIT 1'))[0]?.id as string;
  const changesSince = async (last: number) =>
    (
      await graph().query(
        'MATCH (c:Change) WHERE c.last > $last UNWIND c.ids AS id RETURN c.kind AS kind, id ORDER BY kind, id',
        { last },
      )
    ).map(({ kind, id }) => `${kind} ${id}`);
  const lastChange = async () =>
    (await graph().query("MATCH (m:Meta {id: 'graph'}) RETURN m.lastChange AS last"))[0]?.last as number;
  const scholarly = () => scholarlyGraph(graph());

  afterEach(async () => {
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ differences: [] });
  });

  const two = (): SourceRecord[] => [
    institution({ id: 'I1', name: 'Here' }),
    institution({ id: 'I2', name: 'There' }),
    researcher({
      id: 'A1',
      name: 'Ada Lovelace',
      otherNames: ['Lady L.'],
      affiliations: [{ institutionId: 'I1', fromYear: 2001, toYear: null, current: true }],
    }),
    researcher({
      id: 'A2',
      name: 'A. Lovelace',
      orcid: ADA,
      affiliations: [{ institutionId: 'I2', fromYear: 1999, toYear: 2000, current: false }],
    }),
    work({
      id: 'W1',
      year: 2001,
      citationCount: 5,
      authors: [{ researcherId: 'A1', institutionIds: ['I1'] }, { researcherId: 'A3' }],
      topics: [{ id: 'T1', score: 0.5 }],
    }),
    work({
      id: 'W2',
      year: 2003,
      citationCount: 3,
      authors: [{ researcherId: 'A3' }, { researcherId: 'A2', institutionIds: ['I2'] }],
      topics: [
        { id: 'T1', score: 0.5 },
        { id: 'T2', score: 0.4 },
      ],
    }),
    work({ id: 'W3', year: 2004, authors: [{ researcherId: 'A2', corresponding: true }, { researcherId: 'A1' }] }),
  ];

  describe('a merge', () => {
    it('gives the second record’s works, names, iD and affiliations to the first', async () => {
      await load(...two());
      const before = await lastChange();
      expect(await mergeResearchers(curator(), 'A1', 'A2')).toBe('A1');
      expect(await graph().node('A1')).toMatchObject({
        ...{
          name: 'Ada Lovelace',
          otherNames: ['Lady L.', 'A. Lovelace'],
          orcid: ADA,
          worksCount: 3,
          citationCount: 8,
        },
        ...{ firstYear: 2001, lastYear: 2004, collaboratorsCount: 1, closeCollaboratorsCount: 1, topicsCount: 2 },
      });
      expect(await graph().node('A2')).toBeUndefined();
      expect(await authored()).toEqual([
        ['W1', 1, 'A1', null],
        ['W1', 2, 'A3', null],
        ['W2', 1, 'A3', null],
        ['W2', 2, 'A1', 'A2'],
        ['W3', 1, 'A1', null],
      ]);
      expect(
        (await graph().edges('AFFILIATED'))
          .filter(({ from }) => from === 'A1')
          .map(({ to }) => to)
          .sort(),
      ).toEqual(['I1', 'I2']);
      expect(await became('A2')).toEqual({ state: 'MERGED', to: ['A1'] });
      expect(await changesSince(before)).toEqual(
        expect.arrayContaining(['MERGED A2', 'UPDATED A1', 'UPDATED W2', 'UPDATED W3']),
      );
    });

    it('stands when the same files are imported again, and new works of the former record go to the one that was kept', async () => {
      await load(...two());
      await mergeResearchers(curator(), 'A1', 'A2');
      const version = await graph().version();
      const again = await load(...two());
      expect(Object.values(again.kinds).map(({ created, updated }) => created + updated)).toEqual([0, 0, 0, 0]);
      expect(await graph().version()).toBe(version);
      await load(
        work({ id: 'W4', authors: [{ researcherId: 'A2' }] }),
        work({ ...renamed('W2'), authors: [{ researcherId: 'A3' }, { researcherId: 'A2' }] }),
      );
      expect(await authored()).toEqual(
        expect.arrayContaining([
          ['W4', 1, 'A1', 'A2'],
          ['W2', 2, 'A1', 'A2'],
        ]),
      );
      await load(
        researcher({ id: 'A1', name: 'Ada Lovelace', otherNames: ['Countess'], sourceUpdatedAt: '2025-01-01' }),
      );
      expect(await graph().node('A1')).toMatchObject({ otherNames: ['Countess', 'A. Lovelace'], orcid: ADA });
      expect(
        (await graph().edges('AFFILIATED'))
          .filter(({ from }) => from === 'A1')
          .map(({ to }) => to)
          .sort(),
      ).toEqual(['I2']);
    });

    it('is taken back without a trace', async () => {
      await load(...two());
      await graph().load([person({ orcid: ADA, name: 'Ada Byron', works: ['10.1000/one'] })], { source: 'orcid' });
      const before = await scholarly();
      await mergeResearchers(curator(), 'A1', 'A2');
      expect(await scholarly()).not.toEqual(before);
      expect(await undoCuration(curator(), await lastCuration())).toBe('A2');
      expect(await scholarly()).toEqual(before);
      expect((await became('A2'))?.state).toBeNull();
    });

    it('takes followers along, each once, and gives them back', async () => {
      await load(...two());
      await graph().query(`CREATE (a:Account {id: 'u1'}), (b:Account {id: 'u2'}) WITH a, b
        MATCH (one:Researcher {id: 'A1'}), (other:Researcher {id: 'A2'})
        CREATE (a)-[:FOLLOWS]->(one), (a)-[:FOLLOWS]->(other), (b)-[:FOLLOWS]->(other)`);
      const follows = async () =>
        (
          await graph().query(
            'MATCH (a:Account)-[:FOLLOWS]->(r) RETURN a.id AS account, r.id AS id ORDER BY account, id',
          )
        ).map(({ account, id }) => `${account} ${id}`);
      await mergeResearchers(curator(), 'A1', 'A2');
      expect(await follows()).toEqual(['u1 A1', 'u2 A1']);
      await undoCuration(curator(), await lastCuration());
      expect(await follows()).toEqual(['u1 A1', 'u1 A2', 'u2 A2']);
    });

    it('is taken back together with what came since', async () => {
      await load(...two());
      await mergeResearchers(curator(), 'A1', 'A2');
      await load(work({ id: 'W4', authors: [{ researcherId: 'A2' }] }));
      await undoCuration(curator(), await lastCuration());
      expect(await authored()).toContainEqual(['W4', 1, 'A2', null]);
    });
  });

  const mixed = (): SourceRecord[] => [
    researcher({ id: 'A1', name: 'Jingzhao Zhang' }),
    ...['W1', 'W2', 'W3'].map((id) =>
      work({
        id,
        year: 2020,
        authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }],
        topics: [{ id: 'T1', score: 0.9 }],
      }),
    ),
    work({
      id: 'W9',
      year: 2019,
      authors: [{ researcherId: 'A8' }, { researcherId: 'A1', name: 'J. Zhang', institutionIds: ['I9'] }],
      topics: [{ id: 'T9', score: 0.9 }],
    }),
  ];

  describe('a split', () => {
    it('gives works to a new record, under the name that they print', async () => {
      await load(...mixed());
      const before = await lastChange();
      const id = await splitResearcher(curator(), 'A1', ['W9']);
      expect(id).toMatch(/^rg:[0-9A-HJKMNP-TV-Z]{26}$/);
      expect(await graph().node(id)).toMatchObject({ name: 'J. Zhang', worksCount: 1, collaboratorsCount: 1 });
      expect(await graph().node('A1')).toMatchObject({ worksCount: 3, collaboratorsCount: 1, topicsCount: 1 });
      expect(await authored()).toContainEqual(['W9', 2, id, 'A1']);
      expect(await became('A1')).toEqual({ state: 'SPLIT', to: ['A1', id] });
      expect(await changesSince(before)).toEqual(expect.arrayContaining([`CREATED ${id}`, 'SPLIT A1', 'UPDATED W9']));
    });

    it('stands when the same files are imported again, and new works go to the part that they hang together with', async () => {
      await load(...mixed());
      const id = await splitResearcher(curator(), 'A1', ['W9']);
      const version = await graph().version();
      await load(...mixed());
      expect(await graph().version()).toBe(version);
      const summary = await load(
        work({ ...renamed('W9'), authors: [{ researcherId: 'A8' }, { researcherId: 'A1' }] }),
        work({ id: 'W10', authors: [{ researcherId: 'A1' }, { researcherId: 'A8' }] }),
        work({ id: 'W11', authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }] }),
        work({ id: 'W12', authors: [{ researcherId: 'A1' }] }),
      );
      expect(await authored()).toEqual(
        expect.arrayContaining([
          ['W9', 2, id, 'A1'],
          ['W10', 1, id, 'A1'],
          ['W11', 1, 'A1', null],
          ['W12', 1, 'A1', null],
        ]),
      );
      expect(summary.splitWorks).toEqual([
        { work: 'W10', id: 'A1', researcher: id },
        { work: 'W11', id: 'A1', researcher: 'A1' },
        { work: 'W12', id: 'A1', researcher: 'A1' },
      ]);
    });

    it('gives a new work without known coauthors to the part that it is like, by title, venue, place and topics', async () => {
      const like = { title: 'Tunnelling magnetoresistance', source: 'Physical Review B' };
      await load(...mixed().slice(0, 4), { ...(mixed()[4] as WorkRecord), ...like, titleText: like.title });
      const id = await splitResearcher(curator(), 'A1', ['W9']);
      const summary = await load(
        work({
          ...{ id: 'W10', title: 'Magnetoresistance at interfaces', source: like.source, year: 2020 },
          authors: [{ researcherId: 'A1', institutionIds: ['I9'] }, { researcherId: 'A77' }],
          topics: [{ id: 'T9', score: 0.9 }],
        }),
        work({ id: 'W11', year: 2021, authors: [{ researcherId: 'A1' }], topics: [{ id: 'T1', score: 0.9 }] }),
      );
      expect(summary.splitWorks).toEqual([
        { work: 'W10', id: 'A1', researcher: id },
        { work: 'W11', id: 'A1', researcher: 'A1' },
      ]);
    });

    it('is taken back without a trace but for the new id, which leads to the record', async () => {
      await load(...mixed());
      const before = await scholarly();
      const id = await splitResearcher(curator(), 'A1', ['W9']);
      expect(await scholarly()).not.toEqual(before);
      expect(await undoCuration(curator(), await lastCuration())).toBe('A1');
      expect(await scholarly()).toEqual(before);
      expect(await became(id)).toEqual({ state: 'MERGED', to: ['A1'] });
      expect((await became('A1'))?.state).toBeNull();
    });

    it.each([
      ['of works that are not the record’s', ['W9', 'W404'], 'workIds must be works of A1; got "W404"'],
      ['of no work', [], 'workIds must name at least one work'],
      ['of all works', ['W1', 'W2', 'W3', 'W9'], 'These are all works of the record: a split leaves some with it.'],
    ])('%s is refused', async (_, works, message) => {
      await load(...mixed());
      const before = await scholarly();
      await expect(splitResearcher(curator(), 'A1', works)).rejects.toThrow(message);
      expect(await scholarly()).toEqual(before);
    });
  });

  it('cannot be undone twice, nor while a later decision depends on it', async () => {
    await load(...mixed(), ...two().slice(0, 2));
    const id = await splitResearcher(curator(), 'A1', ['W9']);
    const split = await lastCuration();
    await mergeResearchers(curator(), 'A8', id);
    const merge = await lastCuration();
    await expect(undoCuration(curator(), split)).rejects.toThrow(`The MERGE ${merge} of`);
    await undoCuration(curator(), merge);
    await undoCuration(curator(), split);
    await expect(undoCuration(curator(), split)).rejects.toThrow('This was undone before.');
    await expect(undoCuration(curator(), '01NONE')).rejects.toThrow('There is no curation with the id 01NONE.');
  });
});

/** The record of a work as its source changed it. */
const renamed = (id: string) => ({ id, title: 'Another title', sourceUpdatedAt: '2025-01-01' });
