import { checkGraph } from '../../src/ingest/check.js';
import type { SourceRecord } from '../../src/ingest/records.js';
import { article } from '../support/articles.js';
import { useImportedGraph } from '../support/imports.js';
import { work } from '../support/records.js';

describe('importing articles of arXiv', () => {
  const graph = useImportedGraph();
  const loadArticles = (...records: SourceRecord[]) => graph().load(records, { source: 'arxiv' });
  const loadWorks = (...records: SourceRecord[]) => graph().load(records, { source: 'openalex' });
  const authorsOf = async (id: string) =>
    (await graph().edges('AUTHORED'))
      .filter(({ to }) => to === id)
      .sort((one, other) => Number(one.position) - Number(other.position))
      .map(({ from }) => from);
  const became = (id: string) =>
    graph()
      .query(
        'OPTIONAL MATCH (f:FormerId {id: $id}) OPTIONAL MATCH (f)-[:BECAME]->(t) RETURN f.state AS state, t.id AS to',
        { id },
      )
      .then(([row]) => row);

  afterEach(async () => {
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
  });

  it('makes a work, its authors and its categories of what nobody else knows', async () => {
    const summary = await loadArticles(
      article({
        id: '2001.00001',
        by: ['Ada Lovelace', 'Emmy Noether'],
        categories: 'math.CO cs.LG',
        abstract: 'We $x^2$.',
      }),
    );
    expect(summary.kinds.work).toMatchObject({ read: 1, created: 1 });
    expect(await graph().node('arxiv:2001.00001')).toMatchObject({
      ...{ type: 'preprint', source: 'arXiv', arxivId: '2001.00001', year: 2020, date: '2020-01-06', retracted: false },
      ...{ byline: ['Ada Lovelace', 'Emmy Noether'], abstract: 'We $x^2$.', sources: 'arxiv', citationCount: 0 },
      openAccessUrl: 'https://arxiv.org/abs/2001.00001',
    });
    expect(await authorsOf('arxiv:2001.00001')).toEqual(['arxiv:2001.00001:1', 'arxiv:2001.00001:2']);
    expect(await graph().node('arxiv:2001.00001:1')).toMatchObject({
      name: 'Ada Lovelace',
      worksCount: 1,
      topicsCount: 2,
    });
    expect(await graph().node('arxiv:math.CO')).toMatchObject({ name: 'Combinatorics', field: 'Mathematics' });
  });

  it('leaves collaborations on the byline, with no record', async () => {
    await loadArticles(article({ id: '2001.00001', by: ['Ada Lovelace', 'ATLAS Collaboration'] }));
    expect(await authorsOf('arxiv:2001.00001')).toEqual(['arxiv:2001.00001:1']);
    expect(await graph().node('arxiv:2001.00001')).toMatchObject({ byline: ['Ada Lovelace', 'ATLAS Collaboration'] });
  });

  it('changes nothing when it is read again', async () => {
    const records = [
      article({ id: '2001.00001', by: ['Ada Lovelace'] }),
      article({ id: '2001.00002', by: ['Ada Lovelace'] }),
    ];
    await loadArticles(...records);
    const version = await graph().version();
    const summary = await loadArticles(...records);
    expect(summary.kinds.work).toMatchObject({ read: 2, created: 0, updated: 0, unchanged: 2 });
    expect(await graph().version()).toBe(version);
  });

  describe('knows an author again', () => {
    it('never by the name alone', async () => {
      await loadArticles(
        article({ id: '2001.00001', by: ['Wei Wang'], categories: 'cs.LG' }),
        article({ id: '2001.00002', by: ['Wei Wang'], categories: 'math.CO' }),
      );
      expect(await authorsOf('arxiv:2001.00002')).toEqual(['arxiv:2001.00002:1']);
    });

    it.each([1, 500])('by the name and a coauthor, in chunks of %i', async (chunkSize) => {
      await graph().load(
        [
          article({ id: '2001.00001', by: ['Wei Wang', 'Emmy Noether'], categories: 'cs.LG' }),
          article({ id: '2001.00002', by: ['Émmy Noether', 'Wei Wang'], categories: 'math.CO' }),
        ],
        { source: 'arxiv', chunkSize },
      );
      expect(await authorsOf('arxiv:2001.00002')).toEqual(['arxiv:2001.00001:2', 'arxiv:2001.00001:1']);
    });

    it('by a name that is written out and a category, where one researcher alone has both and is known beyond arXiv', async () => {
      const known = work({
        id: 'W1',
        arxivId: '2001.00001',
        authors: [{ researcherId: 'A1' }],
        called: { A1: 'Ada Lovelace' },
      });
      await loadWorks(known);
      await loadArticles(article({ id: '2001.00001', categories: 'cs.LG' }));
      await loadArticles(article({ id: '2001.00002', by: ['Ada Lovelace'], categories: 'math.CO cs.LG' }));
      expect(await authorsOf('arxiv:2001.00002')).toEqual(['A1']);
      // The first of a name in a category whom arXiv alone knows is no more than a name.
      await loadArticles(article({ id: '2001.00003', by: ['Emmy Noether'], categories: 'quant-ph' }));
      await loadArticles(article({ id: '2001.00004', by: ['Emmy Noether'], categories: 'quant-ph' }));
      expect(await authorsOf('arxiv:2001.00004')).toEqual(['arxiv:2001.00004:1']);
    });

    it('never by initials and a category', async () => {
      await loadArticles(
        article({ id: '2001.00001', by: ['A. Lovelace'] }),
        article({ id: '2001.00002', by: ['A. Lovelace'] }),
      );
      expect(await authorsOf('arxiv:2001.00002')).toEqual(['arxiv:2001.00002:1']);
    });

    it('among those whom OpenAlex knows', async () => {
      await loadWorks(
        work({
          id: 'W1',
          authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }],
          called: { A1: 'Ada Lovelace', A2: 'Emmy Noether' },
        }),
      );
      await loadArticles(article({ id: '2001.00001', by: ['Emmy Noether', 'Ada Lovelace'] }));
      expect(await authorsOf('arxiv:2001.00001')).toEqual(['A2', 'A1']);
    });
  });

  describe('that OpenAlex knows', () => {
    const known = (more = {}) =>
      work({
        id: 'W1',
        doi: '10.1000/one',
        authors: [{ researcherId: 'A1' }],
        called: { A1: 'Ada Lovelace' },
        title: 'One',
        ...more,
      });
    const same = article({
      id: '2001.00001',
      doi: '10.1000/one',
      by: ['Ada Lovelace', 'Emmy Noether'],
      abstract: 'Words.',
    });

    it('adds what the record is silent about, and nothing else', async () => {
      await loadWorks(known({ year: 2021 }));
      await loadArticles(same);
      expect(await graph().node('W1')).toMatchObject({
        ...{ title: 'One', year: 2021, abstract: 'Words.', arxivId: '2001.00001', sources: 'arxiv openalex' },
      });
      // The day of a preprint of another year would contradict the year.
      expect((await graph().node('W1')).date).toBeUndefined();
      expect(await authorsOf('W1')).toEqual(['A1']);
      expect(await graph().node('arxiv:2001.00001')).toBeUndefined();
      expect((await graph().edges('ABOUT')).map(({ to, sources }) => [to, sources])).toEqual([
        ['arxiv:cs.LG', 'arxiv'],
      ]);
    });

    it('joins by the arXiv id, too, and never to a second article', async () => {
      await loadWorks(work({ id: 'W1', arxivId: '2001.00001', doi: '10.1000/one' }));
      await loadArticles(article({ id: '2001.00002', doi: '10.1000/one' }), article({ id: '2001.00001' }));
      expect(await graph().node('W1')).toMatchObject({ sources: 'arxiv openalex' });
      expect(await graph().node('arxiv:2001.00002')).toMatchObject({ doi: '10.1000/one' });
    });

    it.each([
      ['OpenAlex first', [known(), same]],
      ['arXiv first', [same, known()]],
    ])('ends in the same graph, read with %s', async (_, records) => {
      for (const record of records) await graph().load([record], { source: record === same ? 'arxiv' : 'openalex' });
      expect(await graph().node('W1')).toMatchObject({
        ...{
          title: 'One',
          year: 2020,
          date: '2020-01-06',
          abstract: 'Words.',
          arxivId: '2001.00001',
          sources: 'arxiv openalex',
        },
      });
      expect(await authorsOf('W1')).toEqual(['A1']);
      expect((await graph().edges('ABOUT')).map(({ to, sources }) => [to, sources])).toEqual([
        ['arxiv:cs.LG', 'arxiv'],
      ]);
      const ids = await graph().query('MATCH (n:Work|Researcher) RETURN n.id AS id ORDER BY id');
      expect(ids.map(({ id }) => id)).toEqual(['A1', 'W1']);
    });

    it('lets former keys of the work and of its authors resolve', async () => {
      await loadArticles(same, article({ id: '2001.00009', by: ['Ada Lovelace', 'Emmy Noether'] }));
      await loadWorks(known());
      expect(await became('arxiv:2001.00001')).toEqual({ state: 'MERGED', to: 'W1' });
      expect(await became('arxiv:2001.00001:1')).toEqual({ state: 'MERGED', to: 'A1' });
      // The other paper is hers, too; who is on no other byline of W1 keeps a record for it.
      expect(await authorsOf('arxiv:2001.00009')).toEqual(['A1', 'arxiv:2001.00001:2']);
      expect(await graph().node('A1')).toMatchObject({ worksCount: 2, collaboratorsCount: 1 });
    });

    it('keeps what arXiv added when OpenAlex writes its record anew, and takes the new one where it speaks', async () => {
      await loadWorks(known({ sourceUpdatedAt: '2024-01-01' }));
      await loadArticles(same);
      await loadWorks(known({ sourceUpdatedAt: '2024-02-01', year: 2022, topics: [{ id: 'T1', score: 0.5 }] }));
      expect(await graph().node('W1')).toMatchObject({ year: 2022, abstract: 'Words.', arxivId: '2001.00001' });
      expect((await graph().edges('ABOUT')).map(({ to }) => to).sort()).toEqual(['T1', 'arxiv:cs.LG']);
      await loadArticles(
        article({
          id: '2001.00001',
          doi: '10.1000/one',
          abstract: 'Other words.',
          categories: 'math.CO',
          updated: '2021-01-01',
        }),
      );
      expect(await graph().node('W1')).toMatchObject({ year: 2022, abstract: 'Other words.' });
      expect((await graph().edges('ABOUT')).map(({ to }) => to).sort()).toEqual(['T1', 'arxiv:math.CO']);
    });
  });

  describe('in a new version', () => {
    it('keeps who was there, names who is new, and lets go of who is not named any more', async () => {
      await loadArticles(article({ id: '2001.00001', by: ['Ada Lovelace', 'Emmy Noether'] }));
      await loadArticles(
        article({ id: '2001.00001', by: ['Sofia Kovalevskaya', 'Ada Lovelace'], updated: '2021-01-01' }),
      );
      const [first, second] = await authorsOf('arxiv:2001.00001');
      expect(second).toBe('arxiv:2001.00001:1');
      // The first place was Ada's, the second Emmy's: no id ever means somebody else.
      expect(first).toBe('arxiv:2001.00001:3');
      expect(await became('arxiv:2001.00001:2')).toEqual({ state: 'DELETED', to: null });
    });

    it('is retracted where the article was taken back, and a published work is not', async () => {
      await loadWorks(
        work({ id: 'W1', doi: '10.1000/one', arxivId: '2001.00001' }),
        work({ id: 'W2', doi: '10.48550/arxiv.2001.00002', arxivId: '2001.00002' }),
      );
      const withdrawn = (id: string) =>
        article({ id, comments: 'This paper has been withdrawn by the author', updated: '2022-01-01' });
      await loadArticles(article({ id: '2001.00003' }));
      await loadArticles(withdrawn('2001.00001'), withdrawn('2001.00002'), withdrawn('2001.00003'));
      const retracted = await graph().query('MATCH (w:Work) RETURN w.id AS id, w.retracted AS retracted ORDER BY id');
      expect(retracted).toEqual([
        { id: 'W1', retracted: false },
        { id: 'W2', retracted: true },
        { id: 'arxiv:2001.00003', retracted: true },
      ]);
    });

    it('goes where arXiv no longer has it, and comes back with it', async () => {
      const record = article({ id: '2001.00001', by: ['Ada Lovelace'] });
      await loadArticles(record);
      const gone = { ...record.article, deleted: true, updated: '2021-01-01', hash: 'gone' };
      await loadArticles({ kind: 'article', article: gone });
      expect(await graph().node('arxiv:2001.00001')).toBeUndefined();
      expect(await became('arxiv:2001.00001')).toEqual({ state: 'DELETED', to: null });
      expect(await became('arxiv:2001.00001:1')).toEqual({ state: 'DELETED', to: null });
      // What was said before it went does not bring it back.
      expect((await loadArticles(record)).kinds.work).toMatchObject({ created: 0, unchanged: 1 });
      await loadArticles(article({ id: '2001.00001', by: ['Ada Lovelace'], updated: '2022-01-01' }));
      expect(await authorsOf('arxiv:2001.00001')).toEqual(['arxiv:2001.00001:2']);
      expect((await became('arxiv:2001.00001'))?.state).toBeNull();
    });

    it('takes what it added to a work back where arXiv no longer has it', async () => {
      await loadWorks(work({ id: 'W1', arxivId: '2001.00001', year: 2020 }));
      const record = article({ id: '2001.00001', abstract: 'Words.' });
      await loadArticles(record);
      expect(await graph().node('W1')).toMatchObject({ abstract: 'Words.', sources: 'arxiv openalex' });
      await loadArticles({
        kind: 'article',
        article: { ...record.article, deleted: true, updated: '2021-01-01', hash: 'gone' },
      });
      expect(await graph().node('W1')).toMatchObject({ sources: 'openalex', year: 2020 });
      expect((await graph().node('W1')).abstract).toBeUndefined();
      expect(await graph().edges('ABOUT')).toEqual([]);
    });
  });
});
