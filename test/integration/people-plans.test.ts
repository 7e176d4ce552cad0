import '../../src/cli/commands.js';
import { loadStatements } from '../../src/core/queries.js';
import { projectPath } from '../../src/project.js';
import { stepsOf } from '../support/explain.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';

/** What people leave in a graph that has been used for a while. */
const USED = `
  UNWIND range(1, 200) AS n
  CREATE (a:Account {id: 'u' + n})
  CREATE (r:Researcher {id: 'A' + n, name: 'Name', worksCount: 10})
  CREATE (a)-[:FOLLOWS {at: '2026-01-01'}]->(r)
  CREATE (a)-[:MADE]->(:Claim {id: 'c' + (1000 + n), state: CASE WHEN n % 50 = 0 THEN 'PENDING' ELSE 'WITHDRAWN' END})-[:OF]->(r)
  WITH a, r, n
  UNWIND range(1, 10) AS m
  CREATE (r)-[:AUTHORED]->(:Work {id: 'W' + (n * 10 + m), authorCount: 1, arrivedAt: '2026-01-' + (10 + n % 20)})
  CREATE (:AuditEntry {id: 'e' + (n * 10 + m), action: 'FOLLOW', accountId: a.id, researcherId: 'A' + (n % 4)})`;

describe('what people ask reads what is theirs, not what everybody left', () => {
  let graph: TestDatabase;
  const texts = loadStatements(projectPath('cypher'));
  const run = (file: string, params: object) => stepsOf(texts.get(file) ?? '', params, 'PROFILE');
  const most = (steps: Awaited<ReturnType<typeof run>>) => Math.max(...steps.map(({ rows }) => rows ?? 0));
  const operators = (steps: Awaited<ReturnType<typeof run>>) => steps.map(({ operator }) => operator).join(' ');

  beforeAll(async () => {
    graph = await openTestDatabase();
    await wipe(graph);
    await graph.query(USED);
    await graph.query('MATCH (a:Account {id: "u1"}), (r:Researcher) MERGE (a)-[:FOLLOWS]->(r)');
    await graph.query('CALL db.awaitIndexes()');
  });
  afterAll(() => graph?.database.close());

  test('the queue of claims and its length', async () => {
    const params = { keys: ['pending'], after: null, limit: 5 };
    for (const file of ['claim.pending', 'claim.pending-count']) {
      const steps = await run(file, params);
      expect(operators(steps)).toMatch(/IndexSeek/);
      expect(operators(steps)).not.toMatch(/Scan/);
      expect(most(steps)).toBeLessThanOrEqual(5);
    }
  });

  test('the feed of somebody who follows many walks the newest works and stops when the page is full', async () => {
    const steps = await run('follow.feed-of-newest', { keys: ['u1'], after: null, limit: 5, maxAuthors: 100 });
    expect(operators(steps)).toMatch(/NodeIndexSeek|NodeIndexScan/);
    // Works that came at one moment are read together: 100 of 2,000 here.
    expect(most(steps)).toBeLessThan(500);
  });

  test('the audit log, all of it or of one record, stops when the page is full', async () => {
    for (const researcher of [null, 'A1']) {
      const steps = await run('audit.list', { keys: ['audit'], after: null, limit: 5, researcher });
      expect(operators(steps)).not.toMatch(/NodeByLabelScan|AllNodesScan/);
      expect(most(steps)).toBeLessThan(50);
    }
  });

  test('deleting an account reads its own entries of the audit log', async () => {
    const steps = await run('audit.forget', { account: 'u7', nobody: 'nobody' });
    expect(operators(steps)).not.toMatch(/Scan/);
    expect(most(steps)).toBeLessThanOrEqual(10);
  });
});
