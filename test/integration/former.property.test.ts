import fc from 'fast-check';
import { checkGraph } from '../../src/ingest/check.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import type { FormerRecord, GraphRecord } from '../../src/ingest/records.js';
import { openTestDatabase, readGraph, type TestDatabase, wipe } from '../support/graph.js';
import { MovingRecords, type Reading } from '../support/moving-records.js';
import { anyRecord } from '../support/random-records.js';
import { batchesOf, former, institution, researcher, topic } from '../support/records.js';
import { recount } from '../support/recount.js';

const MAX_AUTHORS = 3;
const RUNS = 8;

const ofKind = (ids: readonly string[]): fc.Arbitrary<FormerRecord> =>
  fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, null)).map(([id, target]) => former(id, target));
const anyMove = fc.oneof(
  ofKind(['A1', 'A2', 'A3', 'A10', 'A11']),
  ofKind(['I1', 'I2', 'I10', 'I11']),
  ofKind(['T1', 'T2', 'T3', 'T4']),
  ofKind(['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7']),
);
const steps = fc.array(
  fc.record({
    records: fc.array(anyRecord, { maxLength: 8 }),
    moves: fc.array(
      anyMove.filter(({ id, target }) => id !== target),
      { maxLength: 3 },
    ),
    chunkSize: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const derivedTypes = ['COAUTHOR', 'RESEARCHES', 'PRODUCED_AT', 'ACTIVE_IN', 'PARTNER', 'AFFILIATED', 'CITES'];

describe('records among which ids are merged and deleted', () => {
  let graph: TestDatabase;
  beforeAll(async () => {
    graph = await openTestDatabase();
  });
  afterAll(async () => {
    await wipe(graph);
    await graph.database.close();
  });

  const load = (readings: readonly Reading[], chunkSize: number) =>
    importOnline(graph.database, batchesOf(...readings), { maxAuthors: MAX_AUTHORS, chunkSize });

  it('give what is recounted plainly from records that name what stands for each id in the end', async () => {
    const property = fc.asyncProperty(steps, async (all) => {
      await wipe(graph, MAX_AUTHORS);
      const plain = new MovingRecords();
      for (const { records, moves, chunkSize } of all) {
        await load(records, chunkSize);
        for (const move of moves) await load([move], chunkSize);
        for (const reading of [...records, ...moves]) plain.read(reading);
        expect(await checkGraph(graph.database, { maxAuthors: MAX_AUTHORS })).toMatchObject({ total: 0 });
      }
      const stored = await readGraph(graph);
      const there = stored.nodes.filter(({ label }) => ['Researcher', 'Work', 'Topic', 'Institution'].includes(label));
      expect(there.map(({ properties }) => properties.id).sort()).toEqual([...plain.nodes].sort());

      const { figures, edges } = recount(withAll(plain), MAX_AUTHORS);
      const derived = stored.edges
        .filter(({ type }) => derivedTypes.includes(type))
        .map(({ type, from, to, properties: { sources, ...properties } }) => [`${type} ${from} ${to}`, properties]);
      expect(Object.fromEntries(derived)).toEqual(Object.fromEntries(edges));
      expect(derived).toHaveLength(edges.size);
      for (const { label, properties } of there)
        if (label !== 'Work') expect(properties).toMatchObject(figures.get(properties.id as string) ?? {});
    });
    await fc.assert(property, { numRuns: RUNS });
  }, 240_000);

  it('leave every figure right where many moves are read in one transaction, circles and all', async () => {
    const together = steps.map((all) => all.flatMap(({ records, moves }) => [...records, ...moves]));
    const property = fc.asyncProperty(together, fc.integer({ min: 1, max: 50 }), async (readings, chunkSize) => {
      await wipe(graph, MAX_AUTHORS);
      await load(readings, chunkSize);
      expect(await checkGraph(graph.database, { maxAuthors: MAX_AUTHORS })).toMatchObject({ total: 0 });
    });
    await fc.assert(property, { numRuns: RUNS });
  }, 240_000);
});

/** The plain records, with one for each node that has none, so that it is counted too. */
function withAll(plain: MovingRecords): GraphRecord[] {
  const known = new Set(plain.records.map(({ id }) => id));
  const others = [...plain.nodes].filter((id) => !known.has(id));
  const kindOf = (id: string) => (id.startsWith('T') ? topic : /^(?:I|demo:i)/.test(id) ? institution : researcher);
  return [...plain.records, ...others.map((id) => kindOf(id)({ id }))];
}
