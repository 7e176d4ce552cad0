import { serverAudits } from 'graphql-http';
import { startTestApp, type TestApp } from '../support/app.js';

describe('GraphQL over HTTP, as its specification asks', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  const audits = serverAudits({
    url: () => `${app.address}/graphql`,
    // What the server asks of requests that a browser may send from another site without asking first.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as object), 'apollo-require-preflight': '1' } }),
  });

  test('61 audits are there', () => {
    expect(audits).toHaveLength(61);
  });

  test('none fails or warns of a client that sends no such header', async () => {
    const plain = serverAudits({ url: () => `${app.address}/graphql`, fetchFn: fetch });
    const results = await Promise.all(plain.map((audit) => audit.fn()));
    expect(results.filter(({ status }) => status === 'error' || status === 'warn')).toEqual([]);
  });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_, __, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
