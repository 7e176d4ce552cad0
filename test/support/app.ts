import { pino } from 'pino';
import { type App, startApp } from '../../src/app.js';
import { type Config, readConfig } from '../../src/config.js';
import { type OpenGraph, openGraph } from '../../src/open-graph.js';
import { openTestDatabase, wipe } from './graph.js';
import { type Person, startIssuer, type TestIssuer } from './issuer.js';
import { onRequested } from './statements.js';

/** The test run's own Neo4j, as the configuration of a server that listens on a free port. */
export const testConfig = () => ({
  ...readConfig({
    NEO4J_URI: process.env.TEST_NEO4J_URI,
    NEO4J_PASSWORD: process.env.TEST_NEO4J_PASSWORD,
    RATE_LIMIT: 'off',
    // Tests count statements, and change the graph behind the server's back.
    ANSWER_CACHE_MB: 'off',
    LOG_LEVEL: 'silent',
    // What a busy machine takes to plan a statement must not fail a test.
    STATEMENT_TIMEOUT_MS: '60000',
    REQUEST_DEADLINE_MS: '60000',
  }),
  port: 0,
});

/** The answer to a GraphQL request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A server over the test graph, spoken to over HTTP. */
export interface TestApp {
  readonly address: string;
  readonly graph: OpenGraph;
  /** Files of the statements that the last `query` sent. */
  readonly statements: readonly string[];
  /** Whose tokens the server believes. */
  readonly issuer: TestIssuer;
  /** Asks as whoever the token was issued for, or as nobody. */
  query(text: string, variables?: object, token?: string, operationName?: string): Promise<Answer>;
  /** Has the database plan what is asked first, as `serve` does after the start. */
  warmUp(): Promise<number>;
  /** A token of the issuer's for a person. */
  token(person: Person): Promise<string>;
  close(): Promise<void>;
}

/** Empties the test graph and serves it, with an issuer by which anybody can be logged in. */
export async function startTestApp(overrides: Partial<Config> = {}, log = pino({ level: 'silent' })): Promise<TestApp> {
  const empty = await openTestDatabase();
  await wipe(empty);
  await empty.database.close();
  const issuer = await startIssuer();
  const config = { ...testConfig(), login: issuer.settings, ...overrides };
  const graph = await openGraph(config);
  const app: App = await startApp(graph, config, log);
  let statements: string[] = [];
  onRequested(graph.database, (file) => statements.push(file));
  return {
    address: app.address,
    graph,
    issuer,
    token: (person) => issuer.token(person),
    get statements() {
      return statements;
    },
    warmUp: () => app.warmUp(),
    async query(query, variables, token, operationName) {
      statements = [];
      const response = await fetch(`${app.address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as Answer;
    },
    async close() {
      await app.close();
      await graph.close();
      await issuer.close();
    },
  };
}
