import { type LoggedApp, startLoggedApp } from '../support/logged-app.js';

let app: LoggedApp;
beforeAll(async () => {
  app = await startLoggedApp();
});
afterAll(() => app?.close());

const ask = (headers: Record<string, string> = {}, query = 'query Version { graph { version } }') =>
  fetch(`${app.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
const idOf = ({ headers }: Response) => headers.get('x-request-id');

describe('each request has an id', () => {
  test('which its answer and its line in the log say', async () => {
    const answer = await ask();
    expect(idOf(answer)).toMatch(/^[0-9a-f-]{36}$/);
    expect(await app.logged(idOf(answer))).toMatchObject([
      { route: '/graphql', method: 'POST', status: 200, operation: 'Version', code: 'OK', ms: expect.any(Number) },
    ]);
  });

  test('its client’s own where that is sane, else its trace’s', async () => {
    expect(idOf(await ask({ 'x-request-id': 'gateway-7.2024:abc' }))).toBe('gateway-7.2024:abc');
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(idOf(await ask({ traceparent }))).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(idOf(await ask({ traceparent, 'x-request-id': 'my-own-name' }))).toBe('my-own-name');
  });

  test.each([
    ['too short', 'a'],
    ['too long', 'x'.repeat(200)],
    ['with a space or a quote', 'a b "c" d e'],
    ['with what looks like HTML', '<script>alert(1)</script>'],
  ])('a new one where its client’s is %s', async (_, id) => {
    expect(idOf(await ask({ 'x-request-id': id }))).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['of zeros', '00-00000000000000000000000000000000-00f067aa0ba902b7-01'],
    ['without its parts', '4bf92f3577b34da6a3ce929d0e0e4736'],
  ])('or its trace is one %s', async (_, traceparent) => {
    expect(idOf(await ask({ traceparent }))).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('also where there is nothing, or nothing that can be read', async () => {
    for (const path of ['/nothing', '/%ff', '/export/works/nobody.bib'])
      expect(idOf(await fetch(`${app.address}${path}`))).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('a failure of ours is told to the client by the id of its request, which finds the failure in the log', async () => {
  await app.spoil();
  const answer = await ask({}, '{ researcher(id: "A1") { name stats { works } } }');
  const body = (await answer.json()) as { errors: { extensions: object }[] };
  expect(body.errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id: idOf(answer) });
  expect(await app.logged(idOf(answer))).toEqual([
    expect.objectContaining({ msg: 'A request failed', err: expect.objectContaining({ stack: expect.any(String) }) }),
    expect.objectContaining({ msg: 'A request was answered', code: 'INTERNAL_SERVER_ERROR' }),
  ]);
});
