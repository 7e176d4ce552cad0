import { startTestApp, type TestApp } from '../support/app.js';
import { askWith, expectRefusal } from '../support/bearer.js';
import { LIMIT, newCaller, remaining } from '../support/limits.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ rateLimit: LIMIT, trustedProxies: 1 });
});
afterAll(() => app?.close());

const ask = (token: string, from: string) => askWith(app, `Bearer ${token}`, undefined, { 'x-forwarded-for': from });

test('whoever logged in has one budget wherever they are, and with each token of theirs', async () => {
  const tokens = await Promise.all([1, 2, 3].map((nonce) => app.issuer.sign({ sub: 'carol', nonce })));
  const left = [];
  for (const token of tokens) left.push(remaining(await ask(token, newCaller())));
  expect(left).toEqual([LIMIT - 1, LIMIT - 2, LIMIT - 3]);
});

test('people behind one address do not pay for each other, nor for those who did not log in', async () => {
  const from = newCaller();
  expect(remaining(await ask(await app.token({ sub: 'dan' }), from))).toBe(LIMIT - 1);
  expect(remaining(await ask(await app.token({ sub: 'eve' }), from))).toBe(LIMIT - 1);
  const nobody = await fetch(`${app.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: '{"query": "{ graph { version } }"}',
  });
  expect(remaining(nobody)).toBe(LIMIT - 1);
});

test('a bad token costs its address a point, not whom it names, until the address has none left', async () => {
  const from = newCaller();
  const expired = await app.issuer.sign({ sub: 'frank', exp: 1 });
  for (let at = 1; at <= LIMIT; at++) {
    const answer = await ask(expired, from);
    expectRefusal(answer);
    expect(remaining(answer)).toBe(LIMIT - at);
  }
  expect((await ask(expired, from)).status).toBe(429);
  const good = await ask(await app.token({ sub: 'frank' }), from);
  expect([good.status, remaining(good)]).toEqual([200, LIMIT - 1]);
});
