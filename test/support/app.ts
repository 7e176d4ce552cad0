import { pino } from 'pino';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { type OpenGraph, openGraph } from '../../src/open-graph.js';
import { openTestDatabase, wipe } from './graph.js';

/** The test run's own Neo4j, as the configuration of a server that listens on a free port. */
export const testConfig = () => ({
  ...readConfig({
    NEO4J_URI: process.env.TEST_NEO4J_URI,
    NEO4J_PASSWORD: process.env.TEST_NEO4J_PASSWORD,
    LOG_LEVEL: 'silent',
    // A busy machine may plan a statement for longer than a server lets it run.
    STATEMENT_TIMEOUT_MS: '30000',
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
  query(text: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** Empties the test graph and serves it. */
export async function startTestApp(): Promise<TestApp> {
  const empty = await openTestDatabase();
  await wipe(empty);
  await empty.database.close();
  const config = testConfig();
  const graph = await openGraph(config);
  const app: App = await startApp(graph, config, pino({ level: 'silent' }));
  let statements: string[] = [];
  graph.database.onStatement((file) => statements.push(file));
  return {
    address: app.address,
    graph,
    get statements() {
      return statements;
    },
    async query(query, variables) {
      statements = [];
      const response = await fetch(`${app.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as Answer;
    },
    async close() {
      await app.close();
      await graph.close();
    },
  };
}
