import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { withImportLease } from '../../src/ingest/import-lease.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let underWay = 0;
let most = 0;

beforeAll(async () => {
  app = await startTestApp();
  await loadDemoWhereEmpty(app.graph.database, 100);
  app.graph.database.statements.observe((file) => {
    if (file !== 'graph.slice') return () => {};
    underWay += 1;
    most = Math.max(most, underWay);
    return () => {
      underWay -= 1;
    };
  });
});
afterAll(() => app?.close());

const SLICE = 'query ($id: ID!) { neighbourhood(center: $id) { nodes { id } edges { id } } }';

/** The most statements under way while many ask for slices at once: more slices than one statement gives. */
async function mostAtOnce(ids: readonly string[]): Promise<number> {
  most = 0;
  const answers = await Promise.all(ids.map((id) => app.query(SLICE, { id })));
  for (const { errors } of answers) expect(errors).toBeUndefined();
  return most;
}

/** Asks until that was so ten times in a row; false where it does not come about in twenty seconds. */
async function comesToStay(ids: readonly string[], isSo: (most: number) => boolean): Promise<boolean> {
  let inARow = 0;
  for (const end = Date.now() + 20_000; Date.now() < end && inARow < 10; )
    inARow = isSo(await mostAtOnce(ids)) ? inARow + 1 : 0;
  return inARow === 10;
}

test('reads let an import through: while it writes, one statement of a kind is under way, before and after it several', async () => {
  const { data } = await app.query('{ researchers(first: 60) { nodes { id } } }');
  const ids = data.researchers.nodes.map(({ id }: { id: string }) => id);
  expect(ids.length).toBeGreaterThan(50);
  const several = (count: number) => count > 1;
  expect(await comesToStay(ids, several)).toBe(true);
  await withImportLease(app.graph.database, async () => {
    expect(await comesToStay(ids, (count) => count === 1)).toBe(true);
  });
  expect(await comesToStay(ids, several)).toBe(true);
});
