import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches } from '../fixtures/records.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { type Answer, startTestApp, type TestApp } from '../support/app.js';
import {
  ask,
  DEAR,
  DEAR_NODES,
  LIMIT,
  NAME,
  newCaller,
  RATE_LIMIT,
  remaining,
  send,
  TOO_MANY,
  TOO_MANY_NODES,
} from '../support/limits.js';
import { statementsDuring } from '../support/statements.js';

let limited: TestApp;
let unproxied: TestApp;
let unlimited: TestApp;

beforeAll(async () => {
  limited = await startTestApp({ rateLimit: LIMIT, trustedProxies: 1 });
  unproxied = await startTestApp({ rateLimit: LIMIT });
  unlimited = await startTestApp();
  await importOnline(limited.graph.database, inBatches(smallGraph), { maxAuthors: 100 });
});
afterAll(async () => {
  for (const app of [limited, unproxied, unlimited]) await app?.close();
});

describe('a caller knows what a request costs and what is left', () => {
  test('from rateLimit, and from headers that say the same', async () => {
    const before = Date.now();
    const from = newCaller();
    const { data, headers, errors } = await ask(
      limited,
      `{ ${NAME} ${DEAR.replace('researcher', 'b: researcher')} ${RATE_LIMIT} }`,
      from,
    );
    expect(errors).toBeUndefined();
    expect(data.researcher.name).toBe('Ada Łukasz');
    expect(data.rateLimit).toEqual({
      cost: 11,
      nodeCount: DEAR_NODES,
      limit: LIMIT,
      remaining: LIMIT - 11,
      resetAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const reset = Date.parse(data.rateLimit.resetAt);
    expect(reset).toBeGreaterThanOrEqual(before + 60_000);
    expect(reset).toBeLessThanOrEqual(Date.now() + 60_000);
    expect(headers.get('x-ratelimit-limit')).toBe(String(LIMIT));
    expect(headers.get('x-ratelimit-reset')).toBe(String(Math.ceil(reset / 1_000)));
    expect(remaining({ headers })).toBe(LIMIT - 11);
    const next = await ask(limited, `{ ${RATE_LIMIT} }`, from);
    expect(next.data.rateLimit).toMatchObject({ cost: 1, nodeCount: 0, remaining: LIMIT - 12 });
    expect(next.data.rateLimit.resetAt).toBe(data.rateLimit.resetAt);
  });

  test('whatever was wrong with a request, which costs a point too', async () => {
    const from = newCaller();
    const bodies = [
      '{"query": ',
      '{}',
      JSON.stringify({ query: '{ nothing }' }),
      JSON.stringify({ query: '{ graph {' }),
    ];
    for (const [at, body] of bodies.entries()) {
      const answer = await send(limited, body, from);
      expect([answer.status, remaining(answer)]).toEqual([400, LIMIT - at - 1]);
    }
    const unfit = await ask(limited, 'query ($id: ID!) { researcher(id: $id) { name } }', from);
    expect(unfit.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(remaining(unfit)).toBe(LIMIT - bodies.length - 1);
  });
});

describe('a dry run answers with the price alone', () => {
  test.each([
    ['literally', `{ rateLimit(dryRun: true) { cost nodeCount } ${DEAR} }`, undefined],
    ['by a variable', `query ($dry: Boolean) { ${DEAR} rateLimit(dryRun: $dry) { cost nodeCount } }`, { dry: true }],
    [
      'in a fragment',
      `{ __typename ...Page } fragment Page on Query { ${DEAR} ... { rateLimit(dryRun: true) { cost nodeCount } } }`,
      undefined,
    ],
  ])('asked for %s, and sends no statement to the database', async (_, query, variables) => {
    const from = newCaller();
    const statements = await statementsDuring(limited.graph.database, async () => {
      const answer = await ask(limited, query, from, variables);
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual({ rateLimit: { cost: 11, nodeCount: DEAR_NODES } });
      expect([answer.status, remaining(answer)]).toEqual([200, LIMIT - 1]);
    });
    expect(statements).toEqual([]);
  });

  test('under the name that it was asked by', async () => {
    const { data } = await ask(
      limited,
      `{ a: rateLimit(dryRun: true) { cost } b: rateLimit { remaining } ${NAME} }`,
      newCaller(),
    );
    expect(data).toEqual({ a: { cost: 1 }, b: { remaining: LIMIT - 1 } });
  });

  test('also for a request that would be refused', async () => {
    const { data, errors } = await ask(
      limited,
      `{ rateLimit(dryRun: true) { cost nodeCount } ${TOO_MANY} }`,
      newCaller(),
    );
    expect(errors).toBeUndefined();
    expect(data.rateLimit).toEqual({ cost: 101, nodeCount: TOO_MANY_NODES });
  });

  test('and is none where it is switched off', async () => {
    const query = `query ($dry: Boolean) { rateLimit(dryRun: $dry) { cost } ${NAME} }`;
    for (const dry of [false, null, undefined])
      expect((await ask(limited, query, newCaller(), { dry })).data).toMatchObject({
        researcher: { name: 'Ada Łukasz' },
      });
  });
});

describe('a caller who has spent a minute waits for the next', () => {
  const expectTooMany = (answer: Answer) => {
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  };

  test('a request beyond what is left is refused, costs nothing, and sends no statement', async () => {
    const from = newCaller();
    expect((await ask(limited, `{ ${DEAR} }`, from)).errors).toBeUndefined();
    const statements = await statementsDuring(limited.graph.database, async () => {
      const answer = await ask(limited, `{ ${DEAR} }`, from);
      expectTooMany(answer);
      expect(answer.data).toBeUndefined();
      // Refusing it is a request too.
      expect(remaining(answer)).toBe(LIMIT - 11 - 1);
    });
    expect(statements).toEqual([]);
    expect((await ask(limited, `{ ${NAME} }`, from)).data.researcher.name).toBe('Ada Łukasz');
  });

  test('with nothing left nothing is read, and others are served as before', async () => {
    const [from, other] = [newCaller(), newCaller()];
    for (let at = 0; at < LIMIT; at++) await ask(limited, `{ ${NAME} }`, from);
    expectTooMany(await ask(limited, `{ ${NAME} }`, from));
    const broken = await send(limited, '{"query": ', from);
    expect([broken.status, remaining(broken)]).toEqual([429, 0]);
    expect((await broken.json()) as object).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(remaining(await ask(limited, `{ ${NAME} }`, other))).toBe(LIMIT - 1);
    expect((await fetch(`${limited.address}/healthz`)).status).toBe(200);
  });

  test('many requests at once spend no more than there is', async () => {
    const from = newCaller();
    const answers = await Promise.all(Array.from({ length: 2 * LIMIT }, () => ask(limited, `{ ${NAME} }`, from)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(LIMIT);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(LIMIT);
  });
});

describe('a caller is an address', () => {
  const spend = async (app: TestApp, from: string) => remaining(await ask(app, `{ ${NAME} }`, from));

  test('that of the connection where no proxy is trusted, whatever a header says', async () => {
    const first = await spend(unproxied, newCaller());
    expect(await spend(unproxied, newCaller())).toBe(first - 1);
  });

  test('that which the trusted proxy saw, whatever its caller says to have come from', async () => {
    const from = newCaller();
    expect(await spend(limited, `203.0.113.1, ${from}`)).toBe(LIMIT - 1);
    expect(await spend(limited, `203.0.113.2, ${from}`)).toBe(LIMIT - 2);
    expect(await spend(limited, `${from}, 203.0.113.3`)).toBe(LIMIT - 1);
  });

  test('a network of IPv6, and the same IPv4 address in either notation', async () => {
    expect(await spend(limited, '2001:db8:1:2::1')).toBe(LIMIT - 1);
    expect(await spend(limited, '2001:db8:1:2:ffff::2')).toBe(LIMIT - 2);
    expect(await spend(limited, '2001:db8:1:3::1')).toBe(LIMIT - 1);
    const from = newCaller();
    expect(await spend(limited, from)).toBe(LIMIT - 1);
    expect(await spend(limited, `::ffff:${from}`)).toBe(LIMIT - 2);
  });

  test('all whose address cannot be read are one', async () => {
    expect(await spend(limited, 'someone')).toBe(LIMIT - 1);
    expect(await spend(limited, 'someone else')).toBe(LIMIT - 2);
  });
});

describe('where limits are switched off', () => {
  test('rateLimit is null, nothing is counted, and no header speaks of it', async () => {
    for (let at = 0; at < 2 * LIMIT; at++) {
      const { data, headers } = await ask(unlimited, `{ ${RATE_LIMIT} ${NAME} }`, '192.0.2.250');
      expect(data).toEqual({ rateLimit: null, researcher: { name: 'Ada Łukasz' } });
      expect([...headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([]);
    }
  });

  test('a dry run still executes nothing', async () => {
    const statements = await statementsDuring(unlimited.graph.database, async () => {
      const { data } = await ask(unlimited, `{ rateLimit(dryRun: true) { cost } ${NAME} }`, newCaller());
      expect(data).toEqual({ rateLimit: null });
    });
    expect(statements).toEqual([]);
  });
});
