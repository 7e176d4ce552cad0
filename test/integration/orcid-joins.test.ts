import { checkGraph } from '../../src/ingest/check.js';
import type { SourceRecord } from '../../src/ingest/records.js';
import { article } from '../support/articles.js';
import { useImportedGraph } from '../support/imports.js';
import { moment, person } from '../support/persons.js';
import { former, researcher, work } from '../support/records.js';

const JUN = '0000-0002-1825-0097';
const JING = '0000-0001-5109-3700';
const DOI = '10.1000/one';

describe('what ORCID says follows the iD and the works', () => {
  const graph = useImportedGraph();
  const load =
    (source: string) =>
    (...records: SourceRecord[]) =>
      graph().load(records, { source });
  const orcid = load('orcid');
  const openAlex = load('openalex');
  const arxiv = load('arxiv');
  const authored = async () =>
    (await graph().edges('AUTHORED')).map(({ from, to, position, sources }) => [to, position, from, sources]).sort();
  const orcids = async () =>
    (
      await graph().query(
        'MATCH (r:Researcher) WHERE r.orcid IS NOT NULL RETURN r.id AS id, r.orcid AS orcid, r.orcidRecord IS NOT NULL AS holds ORDER BY id',
      )
    ).map(({ id, orcid, holds }) => [id, orcid, holds]);
  const became = async (id: string) =>
    (
      await graph().query(
        'MATCH (f:FormerId {id: $id}) OPTIONAL MATCH (f)-[:BECAME]->(t) RETURN f.state AS state, t.id AS to',
        { id },
      )
    )[0];
  const updatedSince = async (last: number) =>
    (
      await graph().query(
        "MATCH (c:Change) WHERE c.last > $last AND c.nodeType = 'WORK' UNWIND c.ids AS id RETURN id",
        { last },
      )
    ).map(({ id }) => id);
  const lastChange = async () =>
    (await graph().query("MATCH (m:Meta {id: 'graph'}) RETURN m.lastChange AS last"))[0]?.last as number;
  const deactivated = (iD: string, day: number) =>
    person({
      orcid: iD,
      changed: day,
      more: { history: { 'last-modified-date': { value: moment(day) }, 'deactivation-date': { value: moment(day) } } },
    });
  const paper = (by: string, more = {}) =>
    work({
      id: 'W1',
      doi: DOI,
      authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }],
      called: { A1: by, A2: 'Bo Xu' },
      ...more,
    });

  afterEach(async () => {
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ differences: [] });
  });

  it('never to a namesake by initials', async () => {
    await openAlex(paper('Jing Li'));
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    expect(await orcids()).toEqual([[`orcid:${JUN}`, JUN, true]]);
  });

  it('never to an abbreviated author whom two people could be, in either order', async () => {
    await openAlex(paper('J. Li'));
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    await orcid(person({ orcid: JING, name: 'Jing Li', works: [DOI] }));
    expect(await orcids()).toEqual([
      [`orcid:${JING}`, JING, true],
      [`orcid:${JUN}`, JUN, true],
    ]);
  });

  it('never to an author whom two people of one name claim to be', async () => {
    await openAlex(paper('Jun Li'));
    await orcid(
      person({ orcid: JUN, name: 'Jun Li', works: [DOI] }),
      person({ orcid: JING, name: 'Jun Li', works: [DOI] }),
    );
    expect((await orcids()).map(([id]) => id)).toEqual([`orcid:${JING}`, `orcid:${JUN}`]);
  });

  it('to whom OpenAlex gives the iD later, from whom it took it', async () => {
    await openAlex(researcher({ id: 'A1', name: 'Jun Li', orcid: JUN, sourceUpdatedAt: '2024-01-01' }));
    await orcid(person({ orcid: JUN, name: 'Jun Li', otherNames: ['J. Li'] }));
    await openAlex(
      researcher({ id: 'A1', name: 'Jun Li', sourceUpdatedAt: '2024-02-01' }),
      researcher({ id: 'A2', name: 'Li Jun', orcid: JUN }),
    );
    expect(await orcids()).toEqual([['A2', JUN, true]]);
    expect((await graph().node('A1')).otherNames).toBeUndefined();
    expect(await became(`orcid:${JUN}`)).toEqual({ state: 'MERGED', to: 'A2' });
    await orcid(person({ orcid: JUN, name: 'Jun Li', changed: 2 }));
    expect(await orcids()).toEqual([['A2', JUN, true]]);
  });

  it('away from whom OpenAlex gives another iD', async () => {
    await openAlex(paper('Jun Li'));
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    expect(await orcids()).toEqual([['A1', JUN, true]]);
    await openAlex(researcher({ id: 'A1', name: 'Jun Li', orcid: JING }));
    expect(await orcids()).toEqual([
      ['A1', JING, false],
      [`orcid:${JUN}`, JUN, true],
    ]);
    expect(await authored()).toContainEqual(['W1', 1, 'A1', 'openalex']);
  });

  it.each([
    ['arXiv, ORCID, OpenAlex', [0, 1, 2]],
    ['OpenAlex, arXiv, ORCID', [2, 0, 1]],
    ['ORCID, OpenAlex, arXiv', [1, 2, 0]],
  ])('ends with the author of the work, read in the order %s', async (_, order) => {
    const steps = [
      () => arxiv(article({ id: '2001.00001', doi: DOI, by: ['Jun Li', 'Bo Xu'] })),
      () => orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] })),
      () => openAlex(paper('Jun Li')),
    ];
    for (const step of order) await steps[step]?.();
    expect(await authored()).toEqual([
      ['W1', 1, 'A1', 'openalex orcid'],
      ['W1', 2, 'A2', 'openalex'],
    ]);
    expect(await orcids()).toEqual([['A1', JUN, true]]);
  });

  it('when a work gets the DOI from arXiv', async () => {
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    await openAlex(paper('Jun Li', { doi: null, arxivId: '2001.00001' }));
    await arxiv(article({ id: '2001.00001', doi: DOI, by: ['Jun Li', 'Bo Xu'] }));
    expect(await orcids()).toEqual([['A1', JUN, true]]);
    expect(await became(`doi:${DOI}`)).toEqual({ state: 'MERGED', to: 'W1' });
  });

  it('when a byline gets the name', async () => {
    await openAlex(paper('Somebody Else', { sourceUpdatedAt: '2024-01-01' }));
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    await openAlex(paper('Somebody Else', { sourceUpdatedAt: '2024-02-01', otherNames: ['Jun Li'] }));
    expect(await authored()).toContainEqual(['W1', 3, `orcid:${JUN}`, 'orcid']);
  });

  it('when OpenAlex merges the work into another', async () => {
    await openAlex(
      paper('Jun Li'),
      work({ id: 'W2', doi: DOI, authors: [{ researcherId: 'A3' }], otherNames: ['Jun Li'] }),
    );
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    await openAlex(former('W1', 'W2'));
    expect((await authored()).filter(([id]) => id === 'W2')).toContainEqual(['W2', 2, 'A1', 'orcid']);
  });

  it('by the arXiv id that a DOI of arXiv’s stands for', async () => {
    await arxiv(article({ id: '2001.00001', by: ['Jun Li'] }));
    await openAlex(
      work({ id: 'W2', arxivId: '2001.00002', authors: [{ researcherId: 'A1' }], called: { A1: 'Jun Li' } }),
    );
    await orcid(
      person({
        orcid: JUN,
        name: 'Jun Li',
        works: ['10.48550/arXiv.2001.00001', '10.48550/arXiv.2001.00002', '10.48550/arXiv.2001.00003'],
      }),
    );
    expect(await authored()).toEqual([
      ['W2', 1, 'A1', 'openalex orcid'],
      ['arxiv:2001.00001', 1, 'A1', 'arxiv orcid'],
      ['doi:10.48550/arxiv.2001.00003', 1, 'A1', 'orcid'],
    ]);
    await arxiv(article({ id: '2001.00003', by: ['Jun Li'] }));
    expect(await authored()).toContainEqual(['arxiv:2001.00003', 1, 'A1', 'arxiv orcid']);
    expect(await became('doi:10.48550/arxiv.2001.00003')).toEqual({ state: 'MERGED', to: 'arxiv:2001.00003' });
  });

  it('leaves papers with an author of their own when the record is withdrawn', async () => {
    await arxiv(article({ id: '2001.00001', doi: DOI, by: ['Jun Li', 'Bo Xu'] }));
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    expect(await authored()).toContainEqual(['arxiv:2001.00001', 1, `orcid:${JUN}`, 'arxiv orcid']);
    await orcid(deactivated(JUN, 2));
    expect(await authored()).toContainEqual(['arxiv:2001.00001', 1, 'arxiv:2001.00001:1', 'arxiv']);
    expect(await graph().node('arxiv:2001.00001:1')).toMatchObject({ name: 'Jun Li', sources: 'arxiv' });
  });

  it('does not come back with a record of before it was withdrawn', async () => {
    const record = person({ orcid: JUN, name: 'Jun Li', works: [DOI] });
    await orcid(record);
    await orcid(deactivated(JUN, 3));
    const version = await graph().version();
    await orcid(record, deactivated(JUN, 3));
    expect(await graph().version()).toBe(version);
    expect(await orcids()).toEqual([]);
  });

  it('leads from an iD that was merged to the researcher who holds the other', async () => {
    await openAlex(researcher({ id: 'A1', name: 'Jun Li', orcid: JING }));
    await orcid(person({ orcid: JING, name: 'Jun Li' }), person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    const merged = person({ orcid: JUN, changed: 2 });
    await orcid({ kind: 'person', person: { ...merged.person, mergedInto: JING, works: [], name: null } });
    expect(await became(`orcid:${JUN}`)).toEqual({ state: 'MERGED', to: 'A1' });
    expect(await orcids()).toEqual([['A1', JING, true]]);
  });

  it('changes no work where a newer record claims the same', async () => {
    await openAlex(paper('Jun Li'));
    await orcid(person({ orcid: JUN, name: 'Jun Li', works: [DOI] }));
    const last = await lastChange();
    await orcid(person({ orcid: JUN, name: 'Jun Li', otherNames: ['J. Li'], works: [DOI], changed: 2 }));
    expect(await updatedSince(last)).toEqual([]);
  });
});
