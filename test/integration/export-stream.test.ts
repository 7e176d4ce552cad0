import { get } from 'node:http';
import { pino } from 'pino';
import { buildAppSchema } from '../../src/app.js';
import { createContext } from '../../src/context.js';
import { Database } from '../../src/core/database.js';
import { LoaderFactory } from '../../src/core/loaders.js';
import { loadStatements } from '../../src/core/queries.js';
import { loaderDeclarations } from '../../src/features.js';
import { createHttpServer } from '../../src/http/server.js';
import { projectPath } from '../../src/project.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';

const MANY = 2_000;

let app: TestApp;
let database: TestDatabase;

beforeAll(async () => {
  app = await startTestApp();
  database = await openTestDatabase();
  await database.query(
    `CREATE (r:Researcher {id: 'A900', name: 'Łukasz Many', updatedAt: '2025-01-01T00:00:00.000Z', worksCount: $many})
     WITH r UNWIND range(1, $many) AS at
     CREATE (r)-[:AUTHORED {position: 1, name: 'L. Many'}]->(:Work {id: 'W9' + at, title: 'Work ' + at,
       updatedAt: '2025-01-01T00:00:00.000Z', citationCount: at % 7, year: 2000 + at % 20, sortYear: 2000 + at % 20,
       sortTitle: 'work ' + at, retracted: false,
       byline: ['L. Many'], abstract: $abstract})`,
    { many: MANY, abstract: 'words '.repeat(1_500) },
  );
});
afterAll(async () => {
  await app?.close();
  await database?.database.close();
});

const file = async (path: string): Promise<string> => {
  const answer = await fetch(`${app.address}/export/works/${path}`);
  expect(answer.status).toBe(200);
  return answer.text();
};

test.each(['bib', 'ris', 'csv', 'json'])(
  'the %s of many works holds each of them once, page after page',
  async (format) => {
    const text = await file(`A900.${format}`);
    const ids =
      format === 'bib' ? [...text.matchAll(/title = \{\{Work (\d+)\}\}/g)] : [...text.matchAll(/\bW9(\d+)\b/g)];
    expect(new Set(ids.map(([, at]) => Number(at)))).toEqual(new Set(Array.from({ length: MANY }, (_, at) => at + 1)));
    expect(ids).toHaveLength(MANY);
  },
);

test('has the type and the name of a file', async () => {
  const headers = async (format: string) =>
    (await fetch(`${app.address}/export/works/A900.${format}`, { method: 'HEAD' })).headers;
  expect((await headers('bib')).get('content-type')).toBe('application/x-bibtex; charset=utf-8');
  expect((await headers('ris')).get('content-type')).toBe('application/x-research-info-systems; charset=utf-8');
  expect((await headers('csv')).get('content-type')).toContain('text/csv');
  expect((await headers('json')).get('content-disposition')).toBe(
    'attachment; filename="Lukasz Many works.json"; filename*=UTF-8\'\'%C5%81ukasz%20Many%20works.json',
  );
});

/** Another server, over a database of the test's. */
async function serverOver(graph: Database) {
  const factory = new LoaderFactory(loaderDeclarations, graph);
  return createHttpServer({
    schema: await buildAppSchema(),
    createContext: () => createContext(factory, graph, 100),
    verifyDatabase: async () => {},
    log: pino({ level: 'silent' }),
  });
}

describe('a long export', () => {
  /** Another server over the same graph, whose statements the test counts and breaks. */
  async function withServer(
    use: (address: string, pages: () => number) => Promise<void>,
    onPage?: (page: number) => void,
  ) {
    let pages = 0;
    const forget = database.database.onStatement((name) => {
      if (name === 'researcher.works') onPage?.(++pages);
    });
    const http = await serverOver(database.database);
    try {
      await use(await http.listen({ host: '127.0.0.1', port: 0 }), () => pages);
    } finally {
      forget();
      await http.close();
    }
  }

  test('that fails midway breaks off instead of ending as if complete', async () => {
    await withServer(
      async (address) => {
        const answer = await fetch(`${address}/export/works/A900.json`);
        expect(answer.status).toBe(200);
        await expect(answer.text()).rejects.toThrow();
      },
      (page) => {
        if (page === 3) database.define('researcher.works', 'RETURN 1 / 0 AS key');
      },
    );
  });

  test('reads no further than its client does, and stops when the client leaves', async () => {
    const settled = async (pages: () => number) => {
      for (let last = -1; last !== pages(); await new Promise((resolve) => setTimeout(resolve, 1_000))) last = pages();
      return pages();
    };
    const whole = await openTestDatabase();
    await database.database.close();
    database = whole;
    await withServer(
      async (address, pages) => {
        const answer = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve) =>
          get(`${address}/export/works/A900.json`, resolve),
        );
        const read = await settled(pages);
        expect(read).toBeGreaterThan(0);
        expect(read).toBeLessThan(MANY / 100);
        answer.destroy();
        expect(await settled(pages)).toBeLessThanOrEqual(read + 2);
      },
      () => {},
    );
  });
});

test('without its database an export is answered 503, says when to come back, and is no file', async () => {
  const uri = 'bolt://127.0.0.1:1';
  const options = { uri, user: 'neo4j', password: 'x', database: 'neo4j', statementTimeout: 1_000 };
  const unreachable = new Database(options, loadStatements(projectPath('cypher')));
  const http = await serverOver(unreachable);
  try {
    const address = await http.listen({ host: '127.0.0.1', port: 0 });
    for (const path of ['works/A900.bib', 'neighbourhood/A900.gexf']) {
      const answer = await fetch(`${address}/export/${path}`);
      const { status, headers } = answer;
      expect([status, headers.get('retry-after'), headers.get('content-disposition')]).toEqual([503, '5', null]);
      expect(headers.get('content-type')).toContain('application/json');
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    }
  } finally {
    await http.close();
    await unreachable.close();
  }
});
