import { checkGraph } from '../../src/ingest/check.js';
import type { SourceRecord } from '../../src/ingest/records.js';
import { article } from '../support/articles.js';
import { useImportedGraph } from '../support/imports.js';
import { moment, person } from '../support/persons.js';
import { institution, researcher, work } from '../support/records.js';

const ADA = '0000-0002-1825-0097';
const EMMY = '0000-0001-5109-3700';
const CERN = '01ggx4157';

describe('importing ORCID records', () => {
  const graph = useImportedGraph();
  const load = (...records: SourceRecord[]) => graph().load(records, { source: 'orcid' });
  const openAlex = (...records: SourceRecord[]) => graph().load(records, { source: 'openalex' });
  const ids = async () =>
    (await graph().query('MATCH (n:Work|Researcher|Institution) RETURN n.id AS id ORDER BY id')).map(({ id }) => id);
  const authored = async () =>
    (await graph().edges('AUTHORED')).map(({ from, to, position, sources }) => [from, to, position, sources]).sort();
  const affiliated = async () =>
    (await graph().edges('AFFILIATED')).map(({ from, to, fromYear, toYear, current, sources }) => ({
      from,
      to,
      fromYear,
      toYear,
      current,
      sources,
    }));
  const became = async (id: string) =>
    (
      await graph().query(
        'MATCH (f:FormerId {id: $id}) OPTIONAL MATCH (f)-[:BECAME]->(t) RETURN f.state AS state, t.id AS to',
        { id },
      )
    )[0];

  afterEach(async () => {
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
  });

  it('makes a researcher, institutions and works of what nobody else knows', async () => {
    const summary = await load(
      person({
        orcid: ADA,
        name: 'Ada Lovelace',
        otherNames: ['A. Byron'],
        employments: [[CERN, 2001, null]],
        works: ['10.1000/one'],
      }),
    );
    expect(summary.kinds.researcher).toMatchObject({ read: 1, created: 1 });
    expect(await graph().node(`orcid:${ADA}`)).toMatchObject({
      ...{ name: 'Ada Lovelace', otherNames: ['A. Byron'], orcid: ADA, worksCount: 1, sources: 'orcid' },
    });
    expect(await graph().node(`ror:${CERN}`)).toMatchObject({ name: `Institution ${CERN}`, ror: CERN, country: 'DE' });
    expect(await affiliated()).toEqual([
      { from: `orcid:${ADA}`, to: `ror:${CERN}`, fromYear: 2001, toYear: undefined, current: true, sources: 'orcid' },
    ]);
    expect(await graph().node('doi:10.1000/one')).toMatchObject({
      title: 'Work 10.1000/one',
      doi: '10.1000/one',
      byline: ['Ada Lovelace'],
      year: 2020,
    });
  });

  it('makes coauthors of two who claim one work', async () => {
    await load(person({ orcid: ADA, name: 'Ada Lovelace', works: ['10.1000/one'] }));
    await load(person({ orcid: EMMY, name: 'Emmy Noether', works: ['10.1000/one'] }));
    expect((await graph().node('doi:10.1000/one')).byline).toEqual(['Emmy Noether', 'Ada Lovelace']);
    expect(await graph().edges('COAUTHOR')).toMatchObject([{ from: `orcid:${EMMY}`, to: `orcid:${ADA}`, works: 1 }]);
  });

  it('changes nothing when it is read again', async () => {
    const record = person({
      orcid: ADA,
      name: 'Ada Lovelace',
      works: ['10.1000/one'],
      employments: [[CERN, 2001, 2003]],
    });
    await load(record);
    const version = await graph().version();
    expect((await load(record)).kinds.researcher).toMatchObject({ read: 1, unchanged: 1, created: 0, updated: 0 });
    expect(await graph().version()).toBe(version);
  });

  describe('of a researcher whom OpenAlex knows by the iD', () => {
    const known = () => [
      institution({ id: 'I1', ror: CERN, name: 'CERN' }),
      institution({ id: 'I2', name: 'Elsewhere' }),
      researcher({
        ...{ id: 'A1', orcid: ADA, name: 'A. Lovelace', otherNames: ['Lady L.'] },
        affiliations: [
          { institutionId: 'I1', fromYear: 2005, toYear: 2006, current: false },
          { institutionId: 'I2', fromYear: 1999, toYear: 2000, current: false },
        ],
      }),
    ];
    const record = (more = {}) =>
      person({
        orcid: ADA,
        name: 'Ada Lovelace',
        otherNames: ['Ada Byron'],
        employments: [[CERN, 2001, null]],
        ...more,
      });
    const joined = async () => {
      expect(await graph().node('A1')).toMatchObject({
        ...{
          name: 'A. Lovelace',
          otherNames: ['Lady L.', 'Ada Lovelace', 'Ada Byron'],
          orcid: ADA,
          sources: 'openalex orcid',
        },
      });
      expect((await affiliated()).sort((one, other) => (String(one.to) < String(other.to) ? -1 : 1))).toEqual([
        { from: 'A1', to: 'I1', fromYear: 2001, toYear: undefined, current: true, sources: 'openalex orcid' },
        { from: 'A1', to: 'I2', fromYear: 1999, toYear: 2000, current: false, sources: 'openalex' },
      ]);
      expect(await ids()).toEqual(['A1', 'I1', 'I2']);
    };

    it('adds names and the years that the person states', async () => {
      await openAlex(...known());
      await load(record());
      await joined();
    });

    it('ends in the same graph when it was read first', async () => {
      await load(record());
      await openAlex(...known());
      await joined();
      expect(await became(`orcid:${ADA}`)).toEqual({ state: 'MERGED', to: 'A1' });
      expect(await became(`ror:${CERN}`)).toEqual({ state: 'MERGED', to: 'I1' });
    });

    it('keeps to what each source says when either is read anew, and takes ORCID back with its record', async () => {
      await openAlex(...known());
      await load(record());
      await openAlex(
        researcher({
          id: 'A1',
          orcid: ADA,
          name: 'A. Lovelace',
          otherNames: ['Countess'],
          affiliations: [{ institutionId: 'I1', fromYear: 2005, toYear: 2009, current: false }],
        }),
      );
      expect((await graph().node('A1')).otherNames).toEqual(['Countess', 'Ada Lovelace', 'Ada Byron']);
      expect(await affiliated()).toMatchObject([{ to: 'I1', fromYear: 2001, current: true }]);
      await load(record({ otherNames: [], employments: [], changed: 2 }));
      expect((await graph().node('A1')).otherNames).toEqual(['Countess', 'Ada Lovelace']);
      expect(await affiliated()).toMatchObject([
        { to: 'I1', fromYear: 2005, toYear: 2009, current: false, sources: 'openalex' },
      ]);
      await load(
        person({
          orcid: ADA,
          changed: 3,
          more: { history: { 'last-modified-date': { value: moment(3) }, 'deactivation-date': { value: moment(3) } } },
        }),
      );
      expect(await graph().node('A1')).toMatchObject({ otherNames: ['Countess'], sources: 'openalex' });
      expect((await graph().node('A1')).orcidRecord).toBeUndefined();
    });
  });

  describe('with claims of works that are known', () => {
    const paper = (more = {}) =>
      work({
        id: 'W1',
        doi: '10.1000/one',
        authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }],
        called: { A1: 'Emmy Noether', A2: 'Ada Lovelace' },
        otherNames: ['Sofia Kovalevskaya'],
        ...more,
      });

    it.each([
      ['claim first', 0],
      ['work first', 1],
    ])('finds the author without an iD who stands there under the name, %s', async (_, order) => {
      const steps = [
        () => load(person({ orcid: EMMY, name: 'Emmy Noether', works: ['10.1000/one', '10.1000/two'] })),
        () => openAlex(paper()),
      ];
      for (const step of order === 0 ? steps : steps.reverse()) await step();
      expect(await graph().node('A1')).toMatchObject({ orcid: EMMY, sources: 'openalex orcid', worksCount: 2 });
      expect(await authored()).toEqual([
        ['A1', 'W1', 1, 'openalex orcid'],
        ['A1', 'doi:10.1000/two', 1, 'orcid'],
        ['A2', 'W1', 2, 'openalex'],
      ]);
    });

    it('puts the owner on a byline where nobody stood for the name, and leaves it when the claim goes', async () => {
      await openAlex(paper());
      await load(person({ orcid: ADA, name: 'Sofia Kovalevskaya', works: ['10.1000/one'] }));
      expect(await authored()).toContainEqual([`orcid:${ADA}`, 'W1', 3, 'orcid']);
      await openAlex(paper({ title: 'Another title' }));
      expect(await authored()).toContainEqual([`orcid:${ADA}`, 'W1', 3, 'orcid']);
      await load(person({ orcid: ADA, name: 'Sofia Kovalevskaya', changed: 2 }));
      expect(await authored()).toEqual([
        ['A1', 'W1', 1, 'openalex'],
        ['A2', 'W1', 2, 'openalex'],
      ]);
    });

    it('follows no claim that the byline does not bear out', async () => {
      await openAlex(paper());
      await load(person({ orcid: ADA, name: 'Grace Hopper', works: ['10.1000/one'] }));
      expect(await authored()).toHaveLength(2);
      expect(await graph().node(`orcid:${ADA}`)).toMatchObject({ worksCount: 0 });
    });

    it('takes the place of an author whom one paper alone made known', async () => {
      await graph().load([article({ id: '2001.00001', by: ['Emmy Noether', 'Ada Lovelace'], doi: '10.1000/one' })], {
        source: 'arxiv',
      });
      await load(person({ orcid: EMMY, name: 'Emmy Noether', works: ['10.1000/one'] }));
      expect(await authored()).toContainEqual([`orcid:${EMMY}`, 'arxiv:2001.00001', 1, 'arxiv orcid']);
      expect(await became('arxiv:2001.00001:1')).toEqual({ state: 'MERGED', to: `orcid:${EMMY}` });
    });
  });

  it('goes on beside the author that OpenAlex merges its author into', async () => {
    await openAlex(researcher({ id: 'A1', orcid: ADA, name: 'A. Lovelace' }), researcher({ id: 'A2', name: 'Ada L.' }));
    await load(person({ orcid: ADA, name: 'Ada Lovelace', employments: [[CERN, 2001, null]], works: ['10.1000/one'] }));
    await openAlex({ kind: 'former', of: 'researcher', id: 'A1', target: 'A2', reason: 'OpenAlex merged it.' });
    expect(await graph().node('A2')).toMatchObject({ orcid: ADA, otherNames: ['Ada Lovelace'], worksCount: 1 });
    expect(await affiliated()).toMatchObject([{ from: 'A2', to: `ror:${CERN}`, current: true }]);
    await load(person({ orcid: ADA, name: 'Ada Lovelace', changed: 2 }));
    expect(await affiliated()).toEqual([]);
    expect(await ids()).toEqual(['A2', `ror:${CERN}`]);
  });

  it('goes with its works and leaves its key where ORCID shows it no longer, or under another iD', async () => {
    const gone = (orcid: string, history: object) =>
      person({ orcid, changed: 2, more: { history: { 'last-modified-date': { value: moment(2) }, ...history } } });
    await load(person({ orcid: ADA, name: 'Ada Lovelace', works: ['10.1000/one'] }));
    await load(gone(ADA, { 'deactivation-date': { value: moment(2) } }));
    expect(await ids()).toEqual([]);
    expect(await became(`orcid:${ADA}`)).toEqual({ state: 'DELETED', to: null });
    expect(await became('doi:10.1000/one')).toEqual({ state: 'DELETED', to: null });
    await load(person({ orcid: ADA, name: 'Ada Lovelace', works: ['10.1000/one'], changed: 3 }));
    expect(await ids()).toEqual(['doi:10.1000/one', `orcid:${ADA}`]);
  });
});
