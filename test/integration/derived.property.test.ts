import fc from 'fast-check';
import { SCHEMA_VERSION } from '../../src/core/graph-schema.js';
import { deriveGraph } from '../../src/ingest/bulk/derive-graph.js';
import { checkGraph } from '../../src/ingest/check.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import type { GraphRecord } from '../../src/ingest/records.js';
import { openTestDatabase, readGraph, type StoredGraph, type TestDatabase, wipe } from '../support/graph.js';
import { batchesOf, institution, researcher, topic, work } from '../support/records.js';
import { recount } from '../support/recount.js';

const MAX_AUTHORS = 3;
const RUNS = 60;

// Two of the ids order differently by code point than by UTF-16 unit.
const researcherIds = ['A1', 'A2', 'A3', 'A10', 'demo:a', 'orcid:0'];
const institutionIds = ['I1', 'I2', 'I10', 'demo:i'];
const topicIds = ['T1', 'T2', 'T3'];
const workIds = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'];

const date = fc.constantFrom(null, '2024-01-01', '2024-01-02', '2024-01-03');
const year = fc.constantFrom(null, 1999, 2000, 2001, 2002);
const name = fc.constantFrom(null, 'Ada', 'Émile', '\uff5e', '\u{1f600}');
const some = <T>(values: readonly T[], maxLength: number) => fc.subarray([...values], { maxLength });

const works = fc
  .record({
    id: fc.constantFrom(...workIds),
    sourceUpdatedAt: date,
    year,
    citationCount: fc.nat(4),
    title: fc.constantFrom('One', 'Other'),
    authors: some(researcherIds, 4).chain((ids) =>
      fc.tuple(
        ...ids.map((researcherId) =>
          fc.record({ researcherId: fc.constant(researcherId), institutionIds: some(institutionIds, 2) }),
        ),
      ),
    ),
    otherNames: fc.constantFrom([], [], ['Somebody']),
    references: some([...workIds, 'W7'], 5),
    topics: some(topicIds, 2).map((ids) => ids.map((id, place) => ({ id, score: 0.5 - place / 4 }))),
    called: name.map(
      (called): Record<string, string> => (called === null ? {} : { A1: called, I1: called, T1: called }),
    ),
  })
  .map(({ references, ...draft }) => work({ ...draft, references: references.filter((id) => id !== draft.id) }));
const researchers = fc
  .record({
    id: fc.constantFrom(...researcherIds),
    sourceUpdatedAt: date,
    name,
    orcid: fc.constantFrom(null, '0000-0002-1825-0097'),
    affiliations: some(institutionIds, 2).chain((ids) =>
      fc.tuple(
        ...ids.map((institutionId) =>
          fc.record({ institutionId: fc.constant(institutionId), fromYear: year, toYear: year, current: fc.boolean() }),
        ),
      ),
    ),
  })
  .map(researcher);
const institutions = fc
  .record({ id: fc.constantFrom(...institutionIds), sourceUpdatedAt: date, name, country: fc.constantFrom(null, 'CN') })
  .map(institution);
const topics = fc
  .record({ id: fc.constantFrom(...topicIds), sourceUpdatedAt: date, name, field: fc.constantFrom(null, 'Physics') })
  .map(topic);

const record: fc.Arbitrary<GraphRecord> = fc.oneof(
  { arbitrary: works, weight: 6 },
  { arbitrary: researchers, weight: 2 },
  { arbitrary: institutions, weight: 1 },
  { arbitrary: topics, weight: 1 },
);
const imports = fc.array(
  fc.record({ records: fc.array(record, { minLength: 1, maxLength: 12 }), chunkSize: fc.integer({ min: 1, max: 6 }) }),
  { minLength: 1, maxLength: 4 },
);

const moments = new Set(['updatedAt', 'lastImportAt']);
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
          source: 'test',
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
