import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchInto, filesIn } from '../support/fetching.js';
import { type Answer, type ReplayServer, replayServer } from '../support/replay-server.js';

let home: string;
let server: ReplayServer;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'research-graph-fetch-'));
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

async function run(answer: Answer, ...args: string[]): Promise<string> {
  await server?.close().catch(() => {});
  server = await replayServer(answer);
  const { address } = server;
  return fetchInto({ RESEARCH_GRAPH_HOME: home, ORCID_API: `${address}/v3.0`, ARXIV_API: `${address}/api` }, args);
}
const downloads = () => filesIn(join(home, 'downloads'));
const asked = () => server.received.map(({ url }) => url);

describe('fetch orcid', () => {
  const [carberry, nobody] = ['0000-0002-1825-0097', '0000-0001-5109-3700'] as const;
  const record = JSON.stringify({ 'orcid-identifier': { path: carberry }, person: {} }, null, 2);
  const service: Answer = ({ pathname }) => (pathname.includes(carberry) ? { body: record } : { status: 404 });

  test('keeps public records as they came, and names the iDs that have none', async () => {
    const printed = await run(service, 'orcid', `https://orcid.org/${carberry}`, nobody);
    expect(asked().map(({ pathname }) => pathname)).toEqual([`/v3.0/${carberry}/record`, `/v3.0/${nobody}/record`]);
    expect(server.received[0]?.headers.accept).toBe('application/json');
    expect(downloads()).toEqual({ [`orcid/${carberry}.json`]: record });
    expect(printed).toContain(`ORCID has no public record of ${nobody}.`);
    await run(service, 'orcid', carberry);
    expect(asked()).toEqual([]);
  });

  test('refuses what is no iD and what is no record', async () => {
    await expect(run(service, 'orcid', '123')).rejects.toThrow(/must be an ORCID iD/);
    await expect(run(() => ({ body: '{}' }), 'orcid', carberry)).rejects.toThrow(/\/record gave .* no ORCID record/);
    expect(downloads()).toEqual({});
  });
});

describe('fetch arxiv', () => {
  const feed = (total: number, ids: readonly string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
  <opensearch:totalResults>${total}</opensearch:totalResults>
${ids.map((id) => `  <entry><id>http://arxiv.org/abs/${id}v1</id><title>entry</title></entry>`).join('\n')}
</feed>
`;
  const all = Array.from({ length: 7 }, (_, place) => `2301.0000${place}`);
  const byAuthor: Answer = ({ searchParams }, nth) => {
    const start = Number(searchParams.get('start'));
    // The second page is empty at first, as it happens there.
    return { body: feed(all.length, start === 3 && nth === 1 ? [] : all.slice(start, start + 3)) };
  };

  test('asks for the papers of a name, page after page, oldest first', async () => {
    const printed = await run(byAuthor, 'arxiv', '--author', 'Jingzhao Zhang');
    expect(asked()[0]?.searchParams.toString()).toBe(
      'search_query=au%3A%22Jingzhao+Zhang%22&sortBy=submittedDate&sortOrder=ascending&start=0&max_results=100',
    );
    expect(asked().map(({ searchParams }) => searchParams.get('start'))).toEqual(['0', '3', '3', '6']);
    const files = Object.values(downloads());
    expect(files).toEqual([0, 3, 6].map((start) => feed(7, all.slice(start, start + 3))));
    expect(printed).toContain('Complete: 7 records in 3 files');
    expect(await run(byAuthor, 'arxiv', '--author', 'Jingzhao Zhang')).toContain('Complete already');
    expect(asked()).toEqual([]);
  });

  test('asks for ids, at most a hundred at once, and counts those that are missing', async () => {
    const ids = Array.from({ length: 150 }, (_, place) => `2301.${String(place).padStart(5, '0')}`);
    const byId: Answer = ({ searchParams }) => {
      const list = searchParams.get('id_list')?.split(',') ?? [];
      return { body: feed(list.length, list.slice(1)) };
    };
    const printed = await run(byId, 'arxiv', '--ids', [...ids, 'https://arxiv.org/abs/2301.00000v3'].join(','));
    expect(asked().map(({ searchParams }) => searchParams.get('id_list')?.split(',').length)).toEqual([100, 50]);
    expect(printed).toContain('Papers by id: 148 of 150 came.');
  });

  test('keeps different questions apart in one folder', async () => {
    await run(byAuthor, 'arxiv', '--author', 'Jingzhao Zhang');
    await run(() => ({ body: feed(1, ['2401.00001']) }), 'arxiv', '--author', 'Ada Lovelace');
    expect(asked()).toHaveLength(1);
    expect(Object.keys(downloads())).toHaveLength(4);
  });

  test('refuses what cannot be asked, and says what arXiv says', async () => {
    const nothing: Answer = () => ({ body: feed(0, []) });
    await expect(run(nothing, 'arxiv')).rejects.toThrow('Give --author or --ids.');
    await expect(run(nothing, 'arxiv', '--ids', 'x')).rejects.toThrow(/must be arXiv ids/);
    await expect(run(nothing, 'arxiv', '--author', ' ')).rejects.toThrow(/must be a name/);
    const error =
      '<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format</summary></entry>';
    const failing = feed(1, []).replace('</feed>', `${error}</feed>`);
    await expect(run(() => ({ body: failing }), 'arxiv', '--author', 'A B')).rejects.toThrow(
      /arXiv says "incorrect id format"/,
    );
    await expect(run(() => ({ body: feed(1, []).slice(0, -20) }), 'arxiv', '--author', 'A B')).rejects.toThrow(
      /no Atom feed, or was cut/,
    );
  });
});
