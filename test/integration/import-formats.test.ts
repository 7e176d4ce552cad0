import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { importEnvironment } from '../../src/import-environment.js';
import { runImport } from '../../src/ingest/import.js';
import { document, history, IDENTIFIER, PERSON } from '../fixtures/orcid-document.js';
import { OWNER } from '../fixtures/orcid-record.js';
import { atomFeed, snapshotLine } from '../support/arxiv-texts.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';

let graph: TestDatabase;
let folder: string;
beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  folder = mkdtempSync(join(tmpdir(), 'research-graph-formats-'));
});
afterAll(async () => {
  await wipe(graph);
  await graph.database.close();
  rmSync(folder, { recursive: true });
});

test('one import brings files of OpenAlex, arXiv and ORCID together, each node under the names of its sources', async () => {
  writeFileSync(join(folder, 'a.xml'), atomFeed('0704.0001v1'));
  writeFileSync(join(folder, 'ada.xml'), document(IDENTIFIER + history() + PERSON));
  writeFileSync(join(folder, 'b.json'), `${snapshotLine('0704.0002', { doi: '10.1000/x' })}\n`);
  writeFileSync(
    join(folder, 'c.jsonl'),
    '{"id":"https://openalex.org/W1","title":"T","doi":"https://doi.org/10.1000/X"}\n',
  );
  const { TEST_NEO4J_URI: NEO4J_URI, TEST_NEO4J_PASSWORD: NEO4J_PASSWORD } = process.env;
  const config = readConfig({ NEO4J_URI, NEO4J_USER: 'neo4j', NEO4J_PASSWORD, RESEARCH_GRAPH_HOME: folder });
  const environment = importEnvironment(config, () => {});
  try {
    const { summary, rejects } = await runImport(
      {
        ...{ paths: [folder], format: 'auto', mode: 'auto', again: false, dryRun: false },
        ...{ rejects: join(folder, 'import.rejects.jsonl') },
      },
      environment,
    );
    expect(rejects).toBeNull();
    expect(summary).toMatchObject({ mode: 'online', kinds: { work: { read: 3 }, researcher: { read: 1 } } });
  } finally {
    await environment.close();
  }
  expect(await graph.query('MATCH (w:Work) RETURN w.id AS id, w.sources AS sources ORDER BY id')).toEqual([
    { id: 'W1', sources: 'arxiv openalex' },
    { id: 'arxiv:0704.0001', sources: 'arxiv' },
  ]);
  const people = await graph.query('MATCH (r:Researcher {orcid: $orcid}) RETURN r.sources AS sources', {
    orcid: OWNER,
  });
  expect(people).toEqual([{ sources: 'orcid' }]);
  const sources = await graph.query('MATCH (s:Source) RETURN s.name AS name, s.records AS records ORDER BY name');
  expect(sources).toEqual([
    { name: 'arxiv', records: 2 },
    { name: 'openalex', records: 1 },
    { name: 'orcid', records: 1 },
  ]);
});
