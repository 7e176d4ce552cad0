import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await importOnline(app.graph.database, inBatches([work({ id: 'W1', by: ['A1', 'A2'] })]), { maxAuthors: 100 });
});
afterAll(() => app?.close());

/** The figures of a scrape, by name and labels as they are printed. */
async function scrape(of = app): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`${of.address}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}
/** By how much figures grew while something was done. */
async function growth(work: () => Promise<unknown>): Promise<(name: string) => number> {
  const before = await scrape();
  await work();
  let after = await scrape();
  // The last answer is counted when it is out, which may be after it was read.
  for (let at = 0; at < 5; at++) after = await scrape();
  return (name) => (after.get(`research_graph_${name}`) ?? 0) - (before.get(`research_graph_${name}`) ?? 0);
}

describe('metrics count', () => {
  test('requests by operation and code, with how long they took', async () => {
    const grew = await growth(async () => {
      await app.query('query Names { researcher(id: "A1") { name } }');
      await app.query('query Names { researcher(id: "A1") { name } }');
      await app.query('query Names { researchers(first: 101) { totalCount } }');
      await app.query('{ graph { version } }');
      await app.query('{ nothing }');
      await app.query('{ graph { version } }', {}, 'no token');
    });
    expect(grew('operations_total{operation="Names",code="OK"}')).toBe(2);
    expect(grew('operations_total{operation="Names",code="BAD_USER_INPUT"}')).toBe(1);
    expect(grew('operations_total{operation="anonymous",code="OK"}')).toBe(1);
    expect(grew('operations_total{operation="none",code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(grew('operations_total{operation="none",code="HTTP_401"}')).toBe(1);
    expect(grew('operation_seconds_count{operation="Names"}')).toBe(3);
    expect(grew('operation_seconds_bucket{le="+Inf",operation="Names"}')).toBe(3);
  });

  test('answers by route and status, not by address', async () => {
    const grew = await growth(async () => {
      await fetch(`${app.address}/export/neighbourhood/A1.json`);
      await fetch(`${app.address}/export/neighbourhood/A999.json`);
      for (let at = 0; at < 3; at++) await fetch(`${app.address}/nowhere/${at}`);
    });
    expect(grew('http_answers_total{route="/export/neighbourhood/*",status="200"}')).toBe(1);
    expect(grew('http_answers_total{route="/export/neighbourhood/*",status="404"}')).toBe(1);
    expect(grew('http_answers_total{route="unknown",status="404"}')).toBe(3);
    expect(grew('http_request_seconds_count{route="unknown"}')).toBe(3);
  });

  test('statements by file, with the sizes of those that several requests share', async () => {
    const grew = await growth(() => app.query('{ researcher(id: "A1") { works { nodes { title } } } }'));
    expect(grew('statement_seconds_count{file="researcher.works"}')).toBe(1);
    expect(grew('batch_keys_count{file="researcher.works"}')).toBe(1);
    expect(grew('batch_keys_sum{file="researcher.works"}')).toBe(1);
  });

  test('statements that fail', async () => {
    await app.graph.database.statements
      .during('graph.info', () => Promise.reject(new Error('for this test')))
      .catch(() => undefined);
    expect((await scrape()).get('research_graph_statement_failures_total{file="graph.info"}')).toBe(1);
  });

  test('what the caches of documents and prices spare', async () => {
    const grew = await growth(async () => {
      for (let at = 0; at < 3; at++) await app.query('query Cached { graph { maxAuthors } }');
    });
    for (const cache of ['documents', 'prices']) {
      expect(grew(`cache_lookups_total{cache="${cache}",found="false"}`)).toBe(1);
      expect(grew(`cache_lookups_total{cache="${cache}",found="true"}`)).toBe(2);
    }
  });

  test('work, the graph, the import, the event loop and memory, as they are now', async () => {
    const figures = await scrape();
    expect(figures.get('research_graph_database_up')).toBe(1);
    expect(figures.get('research_graph_source_records{source="openalex"}')).toBe(1);
    expect(figures.get('research_graph_import_seconds')).toBe(0);
    for (const name of [
      'research_graph_graph_version',
      'research_graph_database_work{state="reads"}',
      'research_graph_database_work{state="waiting"}',
      'research_graph_requests{state="in work"}',
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
    ])
      expect(figures.get(name)).toEqual(expect.any(Number));
  });
});

test('however many names clients think up, the series stay few', async () => {
  for (let at = 0; at < 150; at++) await app.query(`query Made${at} { __typename }`);
  await app.query(`query ${'Long'.repeat(50)} { __typename }`);
  const names = [...(await scrape()).keys()].filter((name) =>
    name.startsWith('research_graph_operation_seconds_count'),
  );
  expect(names.length).toBeLessThanOrEqual(102);
  expect(names).toContain('research_graph_operation_seconds_count{operation="other"}');
});

describe('who may read metrics', () => {
  const read = (address: string, headers: Record<string, string> = {}) => fetch(`${address}/metrics`, { headers });

  test('this machine, and not who comes through a proxy, or by the name of another host', async () => {
    expect((await read(app.address)).status).toBe(200);
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      expect((await read(app.address, { [header]: '127.0.0.1' })).status).toBe(403);
    // As a page elsewhere asks, whose name was made to lead here.
    const { hostname, port } = new URL(app.address);
    const asked = get({ hostname, port, path: '/metrics', headers: { host: 'evil.example' } });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(403);
  });

  test('all, where METRICS says so, and nobody, where it is off', async () => {
    const open = await startTestApp({ metrics: 'all' });
    expect((await read(open.address, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
    await open.close();
    const closed = await startTestApp({ metrics: 'off' });
    expect((await read(closed.address)).status).toBe(404);
    await closed.close();
  });
});
