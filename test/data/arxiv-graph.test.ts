import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, researchGraph } from '../support/built-command.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { checksum } from '../support/openalex-file.js';

const data = join(__dirname, '..', '..', '..', 'shared', 'data');
const isThere = existsSync(data);
if (!isThere) console.warn(`${data} is not there: the graph of arXiv's real records is not tested`);

(isThere ? describe : describe.skip)("arXiv's real records beside OpenAlex's", () => {
  let home: string;
  let graph: TestDatabase | undefined;
  beforeAll(build, 60_000);
  beforeEach(() => {
    home = newHome('arxiv-');
  });
  afterEach(async () => {
    await graph?.database.close();
    await researchGraph(home, 'db', 'stop');
    rmSync(home, { recursive: true });
  }, 60_000);

  const articles = () => [
    join(data, 'arxiv', 'arxiv-metadata-oai-snapshot.json'),
    join(data, 'seed', 'other_arxiv.jsonl'),
    ...readdirSync(join(data, 'arxiv', 'oai')).map((name) => join(data, 'arxiv', 'oai', name)),
  ];
  const load = async (...paths: readonly string[]) =>
    JSON.parse(await researchGraph(home, 'import', ...paths, '--mode', 'online', '--json'));
  async function opened(): Promise<TestDatabase> {
    await researchGraph(home, 'db', 'start');
    const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
    graph = await openTestDatabase(boltUri, password);
    return graph;
  }

  test('are written without a reject, with every figure exact, and change nothing when they are read again', async () => {
    const { query } = await opened();
    const first = await load(...articles());
    expect(first).toMatchObject({ unrecognised: 0, rejects: null, kinds: { work: { rejected: 0, unchanged: 0 } } });
    expect((await query('MATCH (w:Work) RETURN count(w) AS works'))[0]).toEqual({ works: first.kinds.work.created });
    expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0 });
    const before = await checksum(graph as TestDatabase);
    const second = await load(...articles());
    expect(second.kinds.work).toMatchObject({ created: 0, updated: 0, read: first.kinds.work.read });
    expect(await checksum(graph as TestDatabase)).toBe(before);
  }, 300_000);

  test('become one with the works that OpenAlex has, whichever is read first', async () => {
    const works = join(data, 'openalex', 'works_complete_records.jsonl.gz');
    const { query } = await opened();
    // What the sources have in common, told by their identifiers alone.
    await load(works);
    const known = await query(
      'MATCH (w:Work) WHERE w.arxivId IS NOT NULL OR w.doi IS NOT NULL RETURN w.doi AS doi, w.arxivId AS arxivId',
    );
    expect(known.length).toBeGreaterThan(0);
    await load(...articles());
    const both = "MATCH (w:Work) WHERE w.sources = 'arxiv openalex' RETURN w.id AS id ORDER BY id";
    const joined = await query(both);
    expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0 });
    const facts =
      'MATCH (n:Work|Researcher) RETURN n.id AS id, n.title AS title, n.name AS name, n.abstract AS abstract, n.worksCount AS works ORDER BY id';
    const openAlexFirst = await query(facts);
    await wipe(graph as TestDatabase);
    await load(...articles());
    await load(works);
    expect(await query(both)).toEqual(joined);
    expect(await query(facts)).toEqual(openAlexFirst);
    expect(JSON.parse(await researchGraph(home, 'check', '--json'))).toMatchObject({ total: 0 });
  }, 300_000);
});
