import fc from 'fast-check';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';

const whole = fc.oneof(
  fc.constantFrom(0, 127, 128, -16, -17, -129, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
  fc.maxSafeInteger(),
);
// Of zeros there is one as an integer.
const fraction = fc.double({ noNaN: true }).map((value) => (value === 0 ? 0 : value));
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    ...[whole, fraction, fc.string(), fc.boolean(), fc.constant(null)],
    fc.array(tie('value'), { maxLength: 5 }),
    fc.record({ works: tie('value'), years: tie('value') }),
  ),
}));

describe('what goes to the database and comes back', () => {
  let graph: TestDatabase;
  beforeAll(async () => {
    graph = await openTestDatabase();
  });
  afterAll(() => graph?.database.close());

  test('is as it was, however deep in lists and maps, whole numbers of any size among it', () =>
    fc.assert(
      fc.asyncProperty(anything, anything, async (one, other) => {
        const rows = await graph.query('UNWIND [1, 2] AS row RETURN row, $one AS one, $other AS other', { one, other });
        expect(rows).toEqual([
          { row: 1, one, other },
          { row: 2, one, other },
        ]);
      }),
      { numRuns: 300 },
    ));

  test('is made numbers also in what a node holds', async () => {
    const [row] = await graph.query(
      'CREATE (n:Mark {count: 300, list: [1, 300]}) WITH n, n {.*} AS map DELETE n RETURN map',
    );
    expect(row).toEqual({ map: { count: 300, list: [1, 300] } });
  });
});
