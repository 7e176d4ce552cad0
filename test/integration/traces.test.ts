import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { type CollectedSpan, type Collector, startCollector } from '../support/collector.js';
import { openTestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { startServe } from '../support/serve-command.js';

const QUERY = 'query Traced { researcher(id: "A1") { name works { nodes { title } } } }';
const PARENT = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };

let collector: Collector;
beforeAll(async () => {
  const graph = await openTestDatabase();
  await wipe(graph);
  await importOnline(graph.database, inBatches([work({ id: 'W1', by: ['A1', 'A2'] })]), { maxAuthors: 100 });
  await graph.database.close();
  collector = await startCollector();
});
afterAll(() => collector?.close());

/** Asks a server that has such an environment, and stops it: what it has to tell is sent by then. */
async function serve(variables: Readonly<Record<string, string>>): Promise<string> {
  const server = await startServe(newHome('traces-'), { WARM_UP: 'off', AUTH_ISSUER: 'off', ...variables });
  const answer = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${PARENT.trace}-${PARENT.span}-01` },
    body: JSON.stringify({ query: QUERY }),
  });
  expect(await answer.json()).toMatchObject({ data: { researcher: { name: 'Author A1' } } });
  expect(await server.stop()).toBe(0);
  return server.printed;
}
const attributes = ({ attributes }: CollectedSpan) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

test('a collector that the environment names is told of request, operation and statements, under the trace of the caller', async () => {
  const printed = await serve({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  });
  const of = collector.spans.filter(({ traceId }) => traceId === PARENT.trace);
  const named = (name: string) => of.find((span) => span.name === name);
  const [request, operation] = [named('POST /graphql'), named('Traced')];
  expect(request).toMatchObject({ parentSpanId: PARENT.span, service: 'research-graph' });
  expect(operation).toMatchObject({ parentSpanId: request?.spanId });
  for (const file of ['researcher.by-id', 'researcher.works']) {
    const statement = named(file);
    expect(statement).toMatchObject({ parentSpanId: operation?.spanId });
    expect(statement && attributes(statement)).toEqual({ 'db.system.name': 'neo4j', 'db.query.summary': file });
  }
  expect(request && attributes(request)).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': expect.anything(),
  });
  // Nothing of what was asked, or answered.
  expect(JSON.stringify(of)).not.toMatch(/A1|Author|title/);
  expect(printed).toContain(`"traceId":"${PARENT.trace}"`);
});

test('by protobuf where nothing else is said, to the path of the standard', async () => {
  await serve({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.address, OTEL_SERVICE_NAME: 'ours' });
  expect(collector.deliveries).toContain('application/x-protobuf /v1/traces');
});

test('nobody is told where nobody collects, or where it is switched off', async () => {
  const before = collector.deliveries.length;
  await serve({});
  await serve({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.address, OTEL_SDK_DISABLED: 'true' });
  expect(collector.deliveries).toHaveLength(before);
});

test('a collector that is away costs no request, and the log says so', async () => {
  const printed = await serve({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_EXPORTER_OTLP_TIMEOUT: '500' });
  expect(printed).toContain('"code":"OK"');
  expect(printed).toContain('Traces: ');
});
