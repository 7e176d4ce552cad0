import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { startIssuer, type TestIssuer } from '../support/issuer.js';
import { deeds } from '../support/people.js';
import { type ServeCommand, startServe } from '../support/serve-command.js';

let graph: TestDatabase;
let issuer: TestIssuer;
beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  await importOnline(graph.database, inBatches([work({ id: 'W1', by: ['A1', 'A2'] })]), { maxAuthors: 100 });
  issuer = await startIssuer();
});
afterAll(async () => {
  await issuer?.close();
  await graph?.database.close();
});

const ask = (server: ServeCommand, query: string, token: string) =>
  fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });

/** Holds what whoever writes about an account needs, so that their requests stay under way; `release` lets them go on. */
async function holdAccounts(): Promise<{ release(): Promise<void> }> {
  graph.define('test.hold', 'MATCH (a:Account) SET a.held = true');
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let done = Promise.resolve();
  await new Promise<void>((held) => {
    done = graph.database.write(async (transaction) => {
      await transaction.run({ file: 'test.hold', mode: 'write' }, {});
      held();
      await released;
    });
  });
  return {
    async release() {
      release();
      await done;
    },
  };
}

test('a server that is told to stop says so, finishes what is under way, turns others away, and ends well', async () => {
  const { url, audience } = issuer.settings;
  const server = await startServe(newHome('drain-'), { AUTH_ISSUER: url, AUTH_AUDIENCE: audience, WARM_UP: 'off' });
  const token = await issuer.token({ sub: 'ann' });
  await (await ask(server, deeds.follow('A1'), token)).text();
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200);

  const accounts = await holdAccounts();
  const underWay = ask(server, deeds.follow('A2'), token);
  let isAnswered = false;
  void underWay.then(() => {
    isAnswered = true;
  });
  const inWork = async (): Promise<string> => (await fetch(`${server.address}/metrics`)).text();
  while (!(await inWork()).includes('research_graph_requests{state="in work"} 1'));

  const ended = server.stop();
  let ready = await fetch(`${server.address}/readyz`);
  while (ready.status === 200) ready = await fetch(`${server.address}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'the server is about to stop' }]);
  const refused = await ask(server, '{ graph { version } }', token);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  expect((await fetch(`${server.address}/export/neighbourhood/A1.json`)).status).toBe(503);
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  expect(isAnswered).toBe(false);

  await accounts.release();
  const answer = await underWay;
  expect([answer.status, await answer.json()]).toMatchObject([200, { data: { followResearcher: { id: 'A2' } } }]);
  expect(await ended).toBe(0);
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
});
