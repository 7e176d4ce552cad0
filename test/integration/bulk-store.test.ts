import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from '../../src/core/database.js';
import { applySchema } from '../../src/core/graph-schema.js';
import { loadStatements } from '../../src/core/queries.js';
import { importBulk } from '../../src/ingest/bulk/import-bulk.js';
import { checkGraph } from '../../src/ingest/check.js';
import { findInputs } from '../../src/ingest/files.js';
import { readManifest } from '../../src/ingest/manifest.js';
import { type EmbeddedServer, startEmbedded } from '../../src/neo4j/embedded.js';
import { runAdmin } from '../../src/neo4j/run-admin.js';
import { projectPath } from '../../src/project.js';
import type { Row } from '../support/graph.js';
import { newHome } from '../support/homes.js';

jest.setTimeout(180_000);

const TITLES = ['1.0', '"quoted"', "it's; a, list", 'back\\slash\\', 'true', '東京 𝔘𝔫𝔦', "'", '=cmd|x', 'NULL'];
const lines = TITLES.map((title, index) =>
  JSON.stringify({
    id: `https://openalex.org/W${index + 1}`,
    title,
    publication_year: index === 0 ? null : 2000 + index,
    cited_by_count: index,
    abstract_inverted_index: `First line\nsecond\t"${title}"`,
    referenced_works: ['https://openalex.org/W1', 'https://openalex.org/W404'],
    topics: [{ id: 'https://openalex.org/T1', display_name: 'Topic', score: 0.1 }],
    authorships: ['A', 'B', 'C'].map((name, place) => ({
      author: { id: `https://openalex.org/A${place + 1}`, display_name: `${name} "${name}"` },
      institutions: [{ id: `https://openalex.org/I${place + 1}`, display_name: 'Place' }],
    })),
  }),
);

describe('a graph that neo4j-admin stored', () => {
  const home = newHome('bulk-');
  const statements = new Map(loadStatements(projectPath('cypher')));
  let server: EmbeddedServer;
  let database: Database;
  const ask = (text: string): Promise<Row[]> => {
    statements.set('test.ask', text);
    return database.execute({ file: 'test.ask', mode: 'read' }, {});
  };

  beforeAll(async () => {
    const path = join(home, 'works', 'updated_date=2024-05-01', 'part_000.jsonl');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, lines.join('\n'));
    await importBulk({
      inputs: await findInputs([path]),
      source: 'test',
      workFolder: home,
      maxAuthors: 100,
      runAdmin: (args) => runAdmin(home, args, { heap: '512m' }),
      onReject: ({ reason }) => {
        throw new Error(reason);
      },
      threads: 1,
    });
    server = await startEmbedded({ home, heap: '512m', pageCache: '128m' });
    const { boltUri: uri, user, password } = server;
    database = new Database({ uri, user, password, database: 'neo4j', statementTimeout: 30_000 }, statements);
    await applySchema(database, { maxAuthors: 100 });
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('has every text as it was written, whatever marks are in it', async () => {
    const rows = await ask('MATCH (w:Work) RETURN w.title AS title, w.abstract AS abstract ORDER BY w.citationCount');
    expect(rows.map(({ title }) => title)).toEqual(TITLES);
    expect(rows.map(({ abstract }) => abstract)).toEqual(TITLES.map((title) => `First line second "${title}"`));
    expect(await ask('MATCH (r:Researcher) RETURN r.name AS name ORDER BY name')).toEqual(
      ['A "A"', 'B "B"', 'C "C"'].map((name) => ({ name })),
    );
  });

  it('has numbers as numbers, lists as lists, and no property where there is nothing', async () => {
    const [work] = await ask(`MATCH (w:Work {id: 'W1'}) RETURN valueType(w.citationCount) AS citations, w.year AS year,
      w.references AS references, w.institutionIds AS institutionIds, valueType(w.retracted) AS retracted`);
    expect(work).toEqual({
      citations: 'INTEGER NOT NULL',
      year: null,
      references: ['W404'],
      institutionIds: ['I1', 'I2', 'I3'],
      retracted: 'BOOLEAN NOT NULL',
    });
    expect(await ask("MATCH (:Work {id: 'W1'})-[e:ABOUT]->() RETURN properties(e) AS about")).toEqual([
      { about: { score: 0.1, topicId: 'T1', citationCount: 0, year: 0, sources: 'test' } },
    ]);
  });

  it('passes the check that recounts every derived figure', async () => {
    expect(await checkGraph(database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
    const [row] = await ask('MATCH ()-[e:COAUTHOR]->() RETURN count(e) AS edges, min(e.works) AS works');
    expect(row).toEqual({ edges: 3, works: TITLES.length });
  });

  it('knows the file of the snapshot that it was made from', async () => {
    const { length: bytes } = Buffer.from(lines.join('\n'));
    expect(await readManifest(database)).toEqual([{ key: 'works/updated_date=2024-05-01/part_000.jsonl', bytes }]);
    const [row] = await ask('MATCH (f:ImportedFile), (s:Source) RETURN f.at = s.lastImportAt AS atOnce');
    expect(row).toEqual({ atOnce: true });
  });

  it('states what was imported, when, and from where', async () => {
    const [row] = await ask('MATCH (m:Meta), (s:Source) RETURN m.id AS id, m.maxAuthors AS maxAuthors, s AS source');
    expect(row).toMatchObject({ id: 'graph', maxAuthors: 100 });
    const [source] = await ask('MATCH (s:Source) RETURN s.name AS name, s.records AS records');
    expect(source).toEqual({ name: 'test', records: TITLES.length });
  });
});
