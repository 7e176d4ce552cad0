import type { Logger } from 'pino';
import type { Config } from './config.js';
import { createContext } from './context.js';
import { buildGraphQLSchema } from './core/graphql-schema.js';
import { LoaderFactory } from './core/loaders.js';
import { features, loaderDeclarations } from './features.js';
import { createHttpServer } from './http/server.js';
import type { OpenGraph } from './open-graph.js';

/** A server that listens. */
export interface App {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Answers what is under way, then stops listening. The graph is the caller's to close. */
  close(): Promise<void>;
}

/** The executable schema of all features. */
export const buildAppSchema = () => buildGraphQLSchema(Object.values(features));

/** Composition root: an open graph and the configuration become a server that listens. */
export async function startApp(graph: OpenGraph, config: Config, log: Logger): Promise<App> {
  const { database } = graph;
  const factory = new LoaderFactory(loaderDeclarations, database);
  const http = await createHttpServer({
    schema: await buildAppSchema(),
    createContext: () => createContext(factory, database, config.maxAuthors),
    verifyDatabase: () => database.verify(),
    log,
  });
  const address = await http.listen({ host: config.host, port: config.port });
  return { address, close: () => http.close() };
}
