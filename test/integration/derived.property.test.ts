import fc from 'fast-check';
import { SCHEMA_VERSION } from '../../src/core/graph-schema.js';
import { deriveGraph } from '../../src/ingest/bulk/derive-graph.js';
import { checkGraph } from '../../src/ingest/check.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import type { GraphRecord } from '../../src/ingest/records.js';
import { openTestDatabase, readGraph, type StoredGraph, type TestDatabase, wipe } from '../support/graph.js';
import { anyRecord } from '../support/random-records.js';
import { batchesOf } from '../support/records.js';
import { recount } from '../support/recount.js';

const MAX_AUTHORS = 3;
const RUNS = 24;

const imports = fc.array(
  fc.record({
    records: fc.array(anyRecord, { minLength: 1, maxLength: 12 }),
    chunkSize: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const moments = new Set(['updatedAt', 'arrivedAt', 'lastImportAt']);
const timeless = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !moments.has(key)));

/** Nodes and edges by name, to compare graphs whose order is nobody's promise. A bulk import logs no changes. */
function named(graph: StoredGraph) {
  const entries = [
    ...graph.nodes
      .filter(({ label }) => label !== 'Meta' && label !== 'Change')
      .map(({ label, properties }) => [`${label} ${properties.id ?? properties.name}`, timeless(properties)] as const),
    ...graph.edges.map(({ type, from, to, properties }) => [`${type} ${from} ${to}`, properties] as const),
  ];
  return { count: entries.length, entries: Object.fromEntries(entries) };
}

async function bulk(records: readonly GraphRecord[]): Promise<StoredGraph> {
  const facts = { source: 'test', maxAuthors: MAX_AUTHORS, schemaVersion: SCHEMA_VERSION, now: '' };
  const { nodes, edges } = await deriveGraph(records, facts);
  return {
    nodes: Object.entries(nodes).flatMap(([label, all]) => all.map((properties) => ({ label, properties }))),
    edges: Object.entries(edges).flatMap(([type, all]) => all.map((edge) => ({ type, ...edge }))),
  };
}

const derivedTypes = ['COAUTHOR', 'RESEARCHES', 'PRODUCED_AT', 'ACTIVE_IN', 'PARTNER', 'AFFILIATED', 'CITES'];

describe('what is derived from records', () => {
  let graph: TestDatabase;
  beforeAll(async () => {
    graph = await openTestDatabase();
  });
  afterAll(async () => {
    await wipe(graph);
    await graph.database.close();
  });

  it('is the same recounted plainly, imported online in any chunks, and imported in bulk', async () => {
    const property = fc.asyncProperty(imports, async (steps) => {
      await wipe(graph, MAX_AUTHORS);
      for (const { records, chunkSize } of steps)
        await importOnline(graph.database, batchesOf(...records), {
          maxAuthors: MAX_AUTHORS,
          chunkSize,
        });
      const records = steps.flatMap((step) => step.records);
      const stored = await readGraph(graph);

      const { figures, edges } = recount(records, MAX_AUTHORS);
      const derived = stored.edges
        .filter(({ type }) => derivedTypes.includes(type))
        .map(({ type, from, to, properties: { sources, ...properties } }) => [`${type} ${from} ${to}`, properties]);
      expect(Object.fromEntries(derived)).toEqual(Object.fromEntries(edges));
      expect(derived).toHaveLength(edges.size);
      for (const { label, properties } of stored.nodes)
        if (['Researcher', 'Topic', 'Institution'].includes(label))
          expect(properties).toMatchObject(figures.get(properties.id as string) ?? { id: 'mentioned nowhere' });

      expect(named(stored)).toEqual(named(await bulk(records)));
      expect(await checkGraph(graph.database, { maxAuthors: MAX_AUTHORS })).toMatchObject({ total: 0 });
    });
    await fc.assert(property, { numRuns: RUNS });
  }, 240_000);
});
