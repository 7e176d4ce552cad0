import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { openLogin } from './auth/login.js';
import type { Config } from './config.js';
import { createContext } from './context.js';
import { UserFacingError } from './core/errors.js';
import { buildGraphQLSchema } from './core/graphql-schema.js';
import { LoaderFactory } from './core/loaders.js';
import { features, loaderDeclarations } from './features.js';
import { createHttpServer } from './http/server.js';
import { Budget } from './limits/budget.js';
import type { OpenGraph } from './open-graph.js';

/** How long requests under way have to end when the server closes, in milliseconds. */
const CLOSE_GRACE = 10_000;

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
    createContext: (viewer, key) =>
      createContext(factory, database, config.maxAuthors, viewer, config.changesKept, key),
    verifyDatabase: () => database.verify(),
    budget: config.rateLimit === null ? undefined : new Budget(config.rateLimit),
    login: await openLogin(config, log),
    trustedProxies: config.trustedProxies,
    log,
  });
  const address = await listen(http, config);
  return { address, close: () => closeWithin(http, CLOSE_GRACE) };
}

async function listen(http: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await http.listen({ host, port });
  } catch (error) {
    await http.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UserFacingError(
        `Port ${port} of ${host} is taken: stop what listens there, or set PORT to another one.`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES')
      throw new UserFacingError(`This machine cannot listen on port ${port} of ${host}: set HOST and PORT.`);
    throw error;
  }
}

/** Lets requests under way end, then closes the connections of those that do not. */
async function closeWithin(http: FastifyInstance, grace: number): Promise<void> {
  const timer = setTimeout(() => http.server.closeAllConnections(), grace);
  try {
    await http.close();
  } finally {
    clearTimeout(timer);
  }
}
