import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { buildAppSchema } from '../../src/app.js';
import { createContext } from '../../src/context.js';
import type { Database } from '../../src/core/database.js';
import { LoaderFactory } from '../../src/core/loaders.js';
import { loaderDeclarations } from '../../src/features.js';
import { createHttpServer } from '../../src/http/server.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { batchesFrom, work } from '../support/records.js';

describe('a server that is asked for more than it can do', () => {
  let graph: TestDatabase;
  let address: string;
  let close: () => Promise<void>;
  /** Statements that the database has begun and may not end yet. */
  let held: (() => void)[] = [];
  let holding = true;

  beforeAll(async () => {
    graph = await openTestDatabase();
    await wipe(graph);
    // The real database, whose answers a test lets through when it wants.
    const database: Database = new Proxy(graph.database, {
      get(target, name) {
        if (name === 'asking') return () => database;
        const value = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'readWhole' && name !== 'read') return value.bind(target);
        return async (...args: unknown[]) => {
          const answer = await value.apply(target, args);
          if (holding) await new Promise<void>((resolve) => held.push(resolve));
          return answer;
        };
      },
    }) as Database;
    const factory = new LoaderFactory(loaderDeclarations, database);
    const app = await createHttpServer({
      schema: await buildAppSchema(),
      createContext: (viewer) => createContext(factory, database, 100, viewer),
      verifyDatabase: () => graph.database.verify(),
      admission: { inWork: 2, waiting: 1, patience: 300, values: 4_000_000 },
      stalled: 5_000,
      log: pino({ level: 'silent' }),
    });
    address = await app.listen({ host: '127.0.0.1', port: 0 });
    close = async () => {
      const closed = app.close();
      app.server.closeAllConnections();
      await closed;
    };
  });
  afterAll(async () => {
    await close?.();
    await graph?.database.close();
  });

  async function ask({ query = '{ graph { version } }', signal }: { query?: string; signal?: AbortSignal } = {}) {
    const { status, headers, ...answer } = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      ...(signal && { signal }),
    }).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      ...((await response.json()) as object),
    }));
    return { status, headers, answer };
  }
  const release = (): void => {
    holding = false;
    for (const go of held) go();
    held = [];
  };
  const untilHeld = async (count: number): Promise<void> => {
    while (held.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  beforeEach(() => {
    holding = true;
  });

  test('does what it can, lets few wait for a moment, and turns others away at once', async () => {
    const inWork = [ask(), ask()];
    await untilHeld(2);
    const waiting = ask();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(refused.answer).toEqual({
      errors: [
        {
          message: 'The server has too much to do at the moment. Try again shortly.',
          extensions: { code: 'UNAVAILABLE', retryAfter: 1 },
        },
      ],
    });
    release();
    expect((await Promise.all([...inWork, waiting])).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('who waits too long is turned away', async () => {
    const inWork = [ask(), ask()];
    await untilHeld(2);
    expect((await ask()).status).toBe(503);
    release();
    await Promise.all(inWork);
  });

  test('who does not read an answer is left, and the place is another’s', async () => {
    // Far more than the kernel takes on behalf of who does not read.
    const works = Array.from({ length: 100 }, (_, at) => work({ id: `W${at}`, abstract: 'word '.repeat(10_000) }));
    await importOnline(graph.database, batchesFrom('openalex', works), { maxAuthors: 100 });
    const all = Array.from({ length: 10 }, (_, at) => `a${at}: works(first: 100) { nodes { abstract } }`);
    const body = JSON.stringify({ query: `{ ${all.join(' ')} }` });
    const { hostname, port } = new URL(address);
    const deaf: Socket[] = [];
    const beDeaf = () => {
      const socket = connect(Number(port), hostname).pause();
      socket.on('error', () => undefined);
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      deaf.push(socket);
    };
    holding = false;
    try {
      // On a slow machine the first may have a short error for an answer.
      do for (let count = 0; count < 2; count++) beDeaf();
      while ((await ask()).status === 200);
      while ((await ask()).status !== 200) await new Promise((done) => setTimeout(done, 20));
    } finally {
      for (const socket of deaf) socket.destroy();
    }
  });

  test('health is told meanwhile', async () => {
    const inWork = [ask(), ask()];
    await untilHeld(2);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    release();
    await Promise.all(inWork);
  });

  test('the place of a caller who has gone is another’s', async () => {
    const gone = new AbortController();
    const left = [ask({ signal: gone.signal }), ask({ signal: gone.signal })].map((asked) => asked.catch(() => 'gone'));
    await untilHeld(2);
    gone.abort();
    expect(await Promise.all(left)).toEqual(['gone', 'gone']);
    const next = ask();
    await untilHeld(3);
    release();
    expect((await next).status).toBe(200);
  });
});
