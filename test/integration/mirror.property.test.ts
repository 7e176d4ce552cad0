import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { applySchema, SCHEMA_VERSION } from '../../src/core/graph-schema.js';
import { deriveGraph } from '../../src/ingest/bulk/derive-graph.js';
import { checkGraph } from '../../src/ingest/check.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import type { GraphRecord } from '../../src/ingest/records.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { Mirror, type MirroredNode, readNodes } from '../support/mirror.js';
import { anyRecord, institutionIds, researcherIds, topicIds, workIds } from '../support/random-records.js';
import { batchesFrom } from '../support/records.js';

const RUNS = 6;
const MAX_AUTHORS = 100;
const ids = [...researcherIds, ...institutionIds, ...topicIds, ...workIds];

interface Import {
  readonly records: readonly GraphRecord[];
  readonly chunkSize: number;
  readonly source: string;
}
const oneImport: fc.Arbitrary<Import> = fc.record({
  records: fc.array(anyRecord, { minLength: 1, maxLength: 10 }),
  chunkSize: fc.integer({ min: 1, max: 5 }),
  source: fc.constantFrom('test', 'test', 'other'),
});
/** What happens one after the other: imports side by side, of which the next step may repeat one. */
const steps = fc.array(
  fc.record({ imports: fc.array(oneImport, { minLength: 1, maxLength: 2 }), again: fc.boolean() }),
  { minLength: 1, maxLength: 3 },
);
const pageSizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

let app: TestApp;
let graph: TestDatabase;
beforeAll(async () => {
  app = await startTestApp();
  graph = await openTestDatabase();
});
afterAll(async () => {
  await wipe(graph);
  await graph.database.close();
  await app.close();
});

/** Returns when the last has ended, also where another failed: nothing is left to write into the next graph. */
async function importAll(imports: readonly Import[]): Promise<void> {
  const ends = await Promise.allSettled(
    imports.map(({ records, source, ...options }) =>
      importOnline(graph.database, batchesFrom(source, records), { ...options, maxAuthors: MAX_AUTHORS }),
    ),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Stores what a bulk import stores. */
async function importBulk(records: readonly GraphRecord[]): Promise<void> {
  const facts = {
    source: 'test',
    maxAuthors: MAX_AUTHORS,
    schemaVersion: SCHEMA_VERSION,
    now: '2024-01-01T00:00:00.000Z',
  };
  const { nodes, edges } = await deriveGraph(records, facts);
  await graph.query('MATCH (n) DETACH DELETE n');
  for (const [label, rows] of Object.entries(nodes))
    await graph.query('UNWIND $rows AS row CREATE (n:$($label)) SET n = row', { label, rows });
  for (const [type, rows] of Object.entries(edges))
    await graph.query(
      `UNWIND $rows AS row MATCH (a {id: row.from}) MATCH (b {id: row.to})
       CREATE (a)-[e:$($type)]->(b) SET e = row.properties`,
      { type, rows },
    );
  await applySchema(graph.database, { maxAuthors: MAX_AUTHORS });
}

/** The nodes without affiliations that are derived from works: no change of the researcher tells of those. */
async function stated(nodes: ReadonlyMap<string, MirroredNode>): Promise<ReadonlyMap<string, MirroredNode>> {
  const rows = await graph.query('MATCH (r:Researcher)-[:AFFILIATED {stated: true}]->() RETURN DISTINCT r.id AS id');
  const states = new Set(rows.map(({ id }) => id));
  return new Map(
    [...nodes].map(([id, { affiliations, ...node }]) => [id, states.has(id) ? { ...node, affiliations } : node]),
  );
}

/** Everything that the log holds after a cursor. */
async function logAfter(cursor: string | null) {
  const reader = Mirror.fromBeginning(app);
  await reader.catchUp([100]);
  const start = reader.seen.findIndex((entry) => entry.cursor === cursor);
  return reader.seen.slice(start + 1);
}

describe('a mirror', () => {
  it('that follows the log from any moment, while imports run side by side, ends with what the graph holds', async () => {
    const property = fc.asyncProperty(
      fc.record({
        bulk: fc.option(fc.array(anyRecord, { minLength: 1, maxLength: 8 })),
        steps,
        pageSizes,
        start: fc.nat(3),
      }),
      async ({ bulk, steps, pageSizes, start }) => {
        if (bulk) await importBulk(bulk);
        else await wipe(graph, MAX_AUTHORS);
        const mirrors = bulk ? [] : [Mirror.fromBeginning(app)];
        let running = true;
        const followers = mirrors.map((mirror) => keepFollowing(mirror));
        async function keepFollowing(mirror: Mirror): Promise<void> {
          while (running) {
            await mirror.catchUp(pageSizes);
            await setTimeout(100);
          }
          await mirror.catchUp(pageSizes);
        }
        const startHere = async (): Promise<void> => {
          const mirror = await Mirror.fromNow(app, ids);
          mirrors.push(mirror);
          followers.push(keepFollowing(mirror));
        };
        try {
          if (start === 0) await startHere();
          for (const [at, { imports, again }] of steps.entries()) {
            // The cursor is taken while the imports of the step run.
            await Promise.all([importAll(imports), start === at + 1 ? startHere() : null]);
            if (again) await importAll(imports.slice(0, 1));
          }
          if (mirrors.length === 0) await startHere();
        } finally {
          running = false;
          await Promise.all(followers);
        }

        const graphNow = await stated(await readNodes(app, ids));
        for (const mirror of mirrors) {
          expect(await stated(mirror.nodes)).toEqual(graphNow);
          expect(mirror.seen).toEqual(await logAfter(mirror.start));
          expect(new Set(mirror.seen.map(({ cursor }) => cursor)).size).toBe(mirror.seen.length);
        }
        const all = await logAfter(null);
        const created = all.filter(({ kind }) => kind === 'CREATED').map(({ nodeId }) => nodeId);
        expect(new Set(created).size).toBe(created.length);
        for (const id of created) expect(all.find(({ nodeId }) => nodeId === id)?.kind).toBe('CREATED');
        expect(await checkGraph(graph.database, { maxAuthors: MAX_AUTHORS })).toMatchObject({ total: 0 });
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  }, 600_000);
});
