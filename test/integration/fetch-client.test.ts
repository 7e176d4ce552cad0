import { PoliteClient, type Politeness } from '../../src/ingest/fetch/polite-client.js';
import { retryAfter } from '../../src/ingest/fetch/retry-after.js';
import { MAX_LINE } from '../../src/ingest/source-line.js';
import { hasty } from '../support/fetching.js';
import { type Answer, type ReplayServer, type Reply, replayServer } from '../support/replay-server.js';

let server: ReplayServer;
let retries: string[];
let waits: number[];
afterEach(() => server?.close());

async function ask(answer: Answer, politeness: Partial<Politeness> = {}, paths = ['a']): Promise<(string | null)[]> {
  server = await replayServer(answer);
  retries = [];
  waits = [];
  const client = new PoliteClient({
    politeness: { ...hasty, ...politeness },
    mailto: undefined,
    advice: 'Go on.',
    onRetry: (text) => retries.push(text),
    sleep: async (milliseconds) => void waits.push(milliseconds),
  });
  const read = (body: Buffer) => body.toString();
  return Promise.all(paths.map((path) => client.get({ url: new URL(path, server.address), accept: '*/*', read })));
}

const failingAtFirst =
  (...failures: Reply[]): Answer =>
  (_url, nth) =>
    failures[nth - 1] ?? { body: 'whole' };

describe('a request that fails for the moment is sent again', () => {
  test.each<[string, Reply, string]>([
    ['429', { status: 429, body: '{"message":"Slow down."}' }, 'The service answered 429, "Slow down". Trying again'],
    ['503', { status: 503 }, 'The service answered 503. Trying again'],
    ['a connection that is cut within the body', { body: 'whole'.repeat(9), cut: true }, 'could not be read'],
    ['an answer that stops in the middle', { body: 'whole', hang: true }, 'did not answer in time'],
  ])('%s', async (_name, failure, told) => {
    expect(await ask(failingAtFirst(failure, failure), { timeout: failure.hang ? 2_000 : 20_000 })).toEqual(['whole']);
    expect(server.received).toHaveLength(3);
    expect(retries).toEqual([expect.stringContaining(told), expect.stringContaining(told)]);
  });

  test('not sooner than the service asks', async () => {
    const headers = { 'retry-after': '90' };
    expect(await ask(failingAtFirst({ status: 429, headers }))).toEqual(['whole']);
    expect(waits).toEqual([90_000]);
    expect(retries).toEqual(['The service answered 429 and asks to wait 90 s. Trying again in 90 s (2 of 4)']);
  });

  test('only so often, then one sentence says how to go on', async () => {
    await expect(ask(() => ({ status: 502 }))).rejects.toThrow(
      /^http:\/\/127\.0\.0\.1:\d+\/a answered 502 \(tried 4 times\)\. Go on\.$/,
    );
    expect(server.received).toHaveLength(4);
  });
});

test('a service that asks for a long wait ends the download at once', async () => {
  const headers = { 'retry-after': '7200' };
  await expect(ask(() => ({ status: 429, headers }))).rejects.toThrow(
    /\/a answered 429 and asks to wait 7,200 s\. Go on\.$/,
  );
  expect(server.received).toHaveLength(1);
});

test('a service that is not there is named', async () => {
  const gone = await replayServer(() => ({}));
  await gone.close();
  const client = new PoliteClient({ politeness: hasty, mailto: undefined, advice: 'Go on.' });
  await expect(client.get({ url: new URL(gone.address), accept: '*/*', read: (body) => body })).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:\d+\/ could not be read: .*ECONNREFUSED.* \(tried 4 times\)\. Go on\.$/,
  );
});

test('a refusal is final, and what does not exist is null', async () => {
  await expect(ask(() => ({ status: 403 }))).rejects.toThrow(/\/a answered 403\. Go on\.$/);
  expect(server.received).toHaveLength(1);
  await server.close();
  expect(await ask(() => ({ status: 404 }))).toEqual([null]);
});

test('one request at a time, with a pause between', async () => {
  const right: Answer = ({ pathname }, nth) => ({ body: pathname, hang: pathname === '/a' && nth === 1 });
  expect(await ask(right, { pause: 60_000, timeout: 2_000 }, ['a', 'b', 'c'])).toEqual(['/a', '/b', '/c']);
  expect(server.received.map(({ url }) => url.pathname)).toEqual(['/a', '/a', '/b', '/c']);
  expect(waits).toHaveLength(3);
});

test('an answer larger than import reads is refused', async () => {
  const body = Buffer.alloc(MAX_LINE + 1, 'x');
  await expect(ask(() => ({ body }), { tries: 1 })).rejects.toThrow(/cannot be used: more than 64 MB\. Go on\.$/);
});

test('Retry-After is read as seconds and as a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfter('120', now)).toBe(120_000);
  expect(retryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(60_000);
  expect(retryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  for (const nothing of [null, '', 'soon', '-1', '1.5']) expect(retryAfter(nothing, now)).toBe(0);
});
