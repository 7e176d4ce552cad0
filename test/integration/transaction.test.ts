import type { Statement } from '../../src/core/queries.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';

type Numbered = Statement<{ readonly n: number }, never>;
const statement = (file: string): Numbered => ({ file, mode: 'write' }) as Numbered;
const [add, fail, count] = ['test.add', 'test.fail', 'test.count'].map(statement) as [Numbered, Numbered, Numbered];

let graph: TestDatabase;
beforeAll(async () => {
  graph = await openTestDatabase();
  graph.define(add.file, 'CREATE (:Probe {n: $n, place: COUNT { MATCH (:Probe) }})');
  graph.define(fail.file, 'CREATE (:Probe {n: 1 / $n})');
  graph.define(count.file, 'MATCH (p:Probe) RETURN count(p) + $n AS probes');
});
beforeEach(() => wipe(graph));
afterAll(async () => {
  await wipe(graph);
  await graph.database.close();
});

const probes = () => graph.query('MATCH (p:Probe) RETURN p.n AS n ORDER BY p.place');

describe('what is sent in a transaction without waiting', () => {
  test('is carried out in order, before what is run after it, and is there when the transaction ends', async () => {
    const found = await graph.database.write((transaction) => {
      for (const n of [3, 1, 2]) transaction.send(add, { n });
      return transaction.run(count, { n: 0 });
    });
    expect(found).toEqual([{ probes: 3 }]);
    expect(await probes()).toEqual([{ n: 3 }, { n: 1 }, { n: 2 }]);
  });

  test.each([
    ['is the last', async () => undefined],
    ['is followed by what would be right', (transaction) => transaction.run(count, { n: 0 })],
  ] as readonly [string, Parameters<TestDatabase['database']['write']>[0]][])(
    'undoes everything where it fails and %s, and the failure names its statement',
    async (_, then) => {
      const done = graph.database.write(async (transaction) => {
        transaction.send(add, { n: 1 });
        transaction.send(fail, { n: 0 });
        return then(transaction);
      });
      await expect(done).rejects.toThrow('test.fail');
      expect(await probes()).toEqual([]);
    },
  );
});
