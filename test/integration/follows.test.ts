import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase } from '../support/graph.js';
import { type Caller, caller, deeds } from '../support/people.js';
import { batchesFrom, researcher, work } from '../support/records.js';

const by = (...ids: readonly string[]) => ids.map((researcherId) => ({ researcherId }));

describe('following', () => {
  let app: TestApp;
  let ann: Caller;

  beforeEach(async () => {
    app = await startTestApp();
    ann = await caller(app, { sub: 'ann', name: 'Ann' });
    await load(...['A1', 'A2', 'A3', 'A4'].map((id) => researcher({ id, name: `Name ${id}` })));
  });
  afterEach(() => app?.close());

  const load = (...records: Parameters<typeof batchesFrom>[1]) =>
    importOnline(app.graph.database, batchesFrom('openalex', records), { maxAuthors: 100 });
  const followers = async (id: string) =>
    (await ann.ask(`{ researcher(id: "${id}") { stats { followers } } }`)).researcher.stats.followers;
  /** The feed of somebody, as short lines: work, who is followed, the new coauthor. */
  async function feed(who: Caller, first = 25): Promise<string[]> {
    const lines: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Feed = (
        await who.ask(
          `query ($after: String) { viewer { feed(first: ${first}, after: $after) {
            nodes { researcher { id } work { id } coauthor { id } } pageInfo { hasNextPage endCursor } } } }`,
          { after },
        )
      ).viewer.feed;
      lines.push(
        ...page.nodes.map(({ work: { id }, researcher: { id: of }, coauthor }) =>
          [id, of, coauthor?.id ?? ''].join(' ').trim(),
        ),
      );
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return lines;
  }
  interface Feed {
    readonly nodes: readonly { work: { id: string }; researcher: { id: string }; coauthor: { id: string } | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  test('counts are exact, however many follow, again and again, at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, (_, at) => caller(app, { sub: `p${at}` })));
    await Promise.all(people.flatMap((who) => [who.ask(deeds.follow('A1')), who.ask(deeds.follow('A1'))]));
    expect(await followers('A1')).toBe(8);
    await Promise.all(
      people.slice(0, 3).flatMap((who) => [who.ask(deeds.unfollow('A1')), who.ask(deeds.unfollow('A1'))]),
    );
    expect(await followers('A1')).toBe(5);
  });

  test('two deeds in one request each see what the one before did', async () => {
    const data = await ann.ask(
      'mutation { a: followResearcher(researcherId: "A1") { stats { followers } } b: unfollowResearcher(researcherId: "A1") { stats { followers } } }',
    );
    expect(data).toEqual({ a: { stats: { followers: 1 } }, b: { stats: { followers: 0 } } });
  });

  test('whom one follows is listed, the latest first, page by page', async () => {
    for (const id of ['A1', 'A2', 'A3']) await ann.ask(deeds.follow(id));
    const page = async (after: string | null) =>
      (
        await ann.ask(
          'query ($after: String) { viewer { following(first: 2, after: $after) { totalCount nodes { id viewerFollows } pageInfo { hasNextPage endCursor } } } }',
          { after },
        )
      ).viewer.following;
    const first = await page(null);
    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [{ id: 'A3', viewerFollows: true }, { id: 'A2' }],
      pageInfo: { hasNextPage: true },
    });
    expect((await page(first.pageInfo.endCursor)).nodes).toEqual([{ id: 'A1', viewerFollows: true }]);
  });

  test('the feed tells new works, and coauthors with whom they are the first, newest first', async () => {
    await ann.ask(deeds.follow('A1'));
    await load(work({ id: 'W1', year: 2020, authors: by('A1', 'A2') }));
    await load(
      work({ id: 'W2', year: 2019, authors: by('A1', 'A2', 'A3') }),
      work({ id: 'W3', authors: by('A3', 'A4') }),
    );
    expect(await feed(ann)).toEqual(['W2 A1', 'W2 A1 A3', 'W1 A1', 'W1 A1 A2']);
    expect(await feed(ann, 1)).toEqual(await feed(ann));
  });

  test('the feed goes on to its end, however small the pages and however few coauthors', async () => {
    await ann.ask(deeds.follow('A1'));
    await load(...Array.from({ length: 12 }, (_, at) => work({ id: `W${at}`, authors: by('A1') })));
    await load(...Array.from({ length: 12 }, (_, at) => work({ id: `W${at + 50}`, authors: by('A1', 'A2') })));
    const whole = await feed(ann, 100);
    expect(whole).toHaveLength(25);
    for (const first of [1, 3, 10]) expect(await feed(ann, first)).toEqual(whole);
  });

  test('the feed is the same by either way of finding it', async () => {
    for (const id of ['A1', 'A3']) await ann.ask(deeds.follow(id));
    await load(...Array.from({ length: 8 }, (_, at) => work({ id: `W${at}`, authors: by('A1', `A${2 + (at % 3)}`) })));
    const whole = await feed(ann, 100);
    const graph = await openTestDatabase();
    await graph.query('MATCH (r:Researcher) SET r.worksCount = 1000000');
    expect(await feed(ann, 3)).toEqual(whole);
    expect(await feed(ann, 100)).toEqual(whole);
    await graph.database.close();
  });

  test('of works that came together the earlier one is the first with a coauthor', async () => {
    await ann.ask(deeds.follow('A1'));
    await load(
      work({ id: 'W1', year: 2020, authors: by('A1', 'A2') }),
      work({ id: 'W2', year: 2019, authors: by('A1', 'A2') }),
    );
    expect(await feed(ann)).toEqual(['W1 A1', 'W2 A1', 'W2 A1 A2']);
  });

  test('a work of two who are followed is told of both; a change of a work is not news', async () => {
    await load(work({ id: 'W1', authors: by('A1', 'A2') }));
    for (const id of ['A1', 'A2']) await ann.ask(deeds.follow(id));
    await load(work({ id: 'W1', sourceUpdatedAt: '2026-11-11', title: 'Another title', authors: by('A1', 'A2') }));
    expect(await feed(ann)).toEqual(['W1 A1', 'W1 A1 A2', 'W1 A2', 'W1 A2 A1']);
  });

  test('nothing of those who are not followed any more, and each sees their own', async () => {
    await load(work({ id: 'W1', authors: by('A1') }), work({ id: 'W2', authors: by('A2') }));
    const bob = await caller(app, { sub: 'bob' });
    await ann.ask(deeds.follow('A1'));
    await bob.ask(deeds.follow('A2'));
    expect([await feed(ann), await feed(bob)]).toEqual([['W1 A1'], ['W2 A2']]);
    await ann.ask(deeds.unfollow('A1'));
    expect(await feed(ann)).toEqual([]);
  });

  test('what somebody who logged in is answered is kept by no cache', async () => {
    const token = await app.token({ sub: 'ann' });
    expect((await app.query('{ viewer { id } }', {}, token)).headers.get('cache-control')).toBe('private, no-store');
  });
});
