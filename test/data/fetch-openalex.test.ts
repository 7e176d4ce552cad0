import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fetchInto } from '../support/fetching.js';
import { answersOf } from '../support/openalex-service.js';
import { openAlexRecords } from '../support/record-files.js';
import { type Answer, type Reply, replayServer } from '../support/replay-server.js';

const data = join(__dirname, '../../../shared/data/openalex');

interface RawWork {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly authorships: readonly { readonly author: { readonly id: string | null } }[];
}
const unzipped = (path: string): string => gunzipSync(readFileSync(join(data, path))).toString();
const short = (id: string): string => id.replace('https://openalex.org/', '');
const authorsOf = ({ authorships }: RawWork): string[] =>
  authorships.flatMap(({ author }) => (author.id === null ? [] : short(author.id)));

/** Every third request fails first, in one way after the other. */
function troubled(right: Answer): Answer {
  const failures: Reply[] = [
    { status: 429 },
    { status: 503 },
    { body: 'x'.repeat(99), cut: true },
    { body: '{"meta":' },
  ];
  let count = 0;
  return (url, nth) => (nth === 1 && ++count % 3 === 0 ? (failures[(count / 3) % 4] ?? {}) : right(url, nth));
}

if (!existsSync(data)) test.skip(`skipped: ${data} is not there`, () => {});
else
  test('real answers, served with failures in between, are downloaded as they are and read without a reject', async () => {
    const pages: RawWork[][] = readdirSync(join(data, 'pages')).map(
      (name) => JSON.parse(unzipped(join('pages', name))).results,
    );
    const known = new Map<string, Record<string, unknown>>();
    for (const line of unzipped('authors.jsonl.gz').split('\n').filter(Boolean)) {
      const author = JSON.parse(line);
      known.set(short(author.id), author);
    }
    const counts = new Map<string, number>();
    for (const author of pages.flat().flatMap(authorsOf)) counts.set(author, (counts.get(author) ?? 0) + 1);
    const centre = 'A1';
    const works: Record<string, RawWork[][]> = { [centre]: pages };
    const authors: Record<string, Record<string, unknown>> = { [centre]: { id: centre, display_name: 'All of them' } };
    for (const author of counts.keys()) {
      works[author] = [pages.flat().filter((work) => authorsOf(work).includes(author))];
      authors[author] = known.get(author) ?? { id: `https://openalex.org/${author}`, display_name: author };
      if (Object.keys(works).length > 300) break;
    }
    const home = mkdtempSync(join(tmpdir(), 'research-graph-fetch-'));
    const server = await replayServer(troubled(answersOf({ authors, works })));
    try {
      const printed = await fetchInto({ RESEARCH_GRAPH_HOME: home, OPENALEX_API: server.address }, [
        ...['openalex', '--author', centre, '--depth', '1', '--max-authors', '40'],
      ]);
      expect(printed).toMatch(/Of [\d,]+ coauthors the 40 closest were taken/);
      const found = new Set<string>();
      for await (const { kind, id } of openAlexRecords([join(home, 'downloads/openalex', centre)]))
        if (kind === 'work') found.add(id);
      expect(found).toEqual(new Set(pages.flat().map(({ id }) => short(id))));
    } finally {
      await server.close();
      rmSync(home, { recursive: true });
    }
  });
