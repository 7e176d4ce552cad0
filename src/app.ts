import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { openLogin } from './auth/login.js';
import { AnswerCache } from './cache/answer-cache.js';
import { VersionWatch } from './cache/version-watch.js';
import type { Config } from './config.js';
import { createContext } from './context.js';
import { isRouted } from './core/database/driver.js';
import type { Heartbeat } from './core/database/heartbeat.js';
import type { Database } from './core/database.js';
import { UnavailableError, UserFacingError } from './core/errors.js';
import { buildGraphQLSchema } from './core/graphql-schema.js';
import { signalIn } from './core/in-time.js';
import { LoaderFactory } from './core/loaders.js';
import { features, loaderDeclarations } from './features.js';
import { graphVersion } from './graph/graph.loaders.js';
import { ImportWatch } from './graph/import-watch.js';
import { createHttpServer } from './http/server.js';
import { Budget } from './limits/budget.js';
import { addGraphFigures } from './observe/graph-figures.js';
import { Metrics } from './observe/metrics.js';
import { openTracing } from './observe/tracing.js';
import type { OpenGraph } from './open-graph.js';
import { warmUp } from './warm-up/warm-up.js';

/** How long requests under way have to end when the server closes, in milliseconds. */
const CLOSE_GRACE = 10_000;

/** The longest that one statement of the warm-up may take, waiting for its turn included, in milliseconds. */
const WARM_UP_TIMEOUT = 60_000;

/** A server that listens. */
export interface App {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Whether the database answers. */
  readonly heartbeat: Heartbeat;
  /**
   * Has the database plan what is asked first, one statement at a time; ends early when the server closes. Never fails.
   * @returns how many questions were answered
   */
  warmUp(): Promise<number>;
  /** Answers what is under way and takes no more on, then stops listening. The graph is the caller's to close. */
  close(): Promise<void>;
}

/** The executable schema of all features. */
export const buildAppSchema = () => buildGraphQLSchema(Object.values(features));

/** Composition root: an open graph and the configuration become a server that listens. */
export async function startApp(graph: OpenGraph, config: Config, log: Logger): Promise<App> {
  const { database } = graph;
  const metrics = config.metrics === 'off' ? undefined : new Metrics();
  const tracing = await openTracing(config, log);
  if (metrics) addGraphFigures(metrics, database);
  const forget = [metrics, tracing].map((observer) => observer && database.statements.observe(observer.statement));
  const imports = new ImportWatch(database);
  const factory = new LoaderFactory(loaderDeclarations, database, metrics?.batch, () => imports.isImporting);
  const schema = await buildAppSchema();
  const heartbeat = database.watch();
  const http = await createHttpServer({
    schema,
    createContext: (viewer, key, signal) =>
      createContext(factory, database, config.maxAuthors, viewer, config.changesKept, key, signal),
    verifyDatabase: async () => {
      if (heartbeat.pulse !== 'well') throw new UnavailableError();
    },
    deadline: config.requestDeadline,
    answers: openAnswers(database, heartbeat, config),
    budget: config.rateLimit === null ? undefined : new Budget(config.rateLimit),
    loginBudget: config.loginRateLimit === null ? undefined : new Budget(config.loginRateLimit),
    corsOrigins: config.corsOrigins,
    ...{ metrics, tracing },
    metricsForAll: config.metrics === 'all',
    login: await openLogin(config, log),
    trustedProxies: config.trustedProxies,
    log,
  });
  const address = await listen(http, config).catch((error) => {
    heartbeat.stop();
    throw error;
  });
  const closing = new AbortController();
  return {
    ...{ address, heartbeat },
    async warmUp() {
      const lane = database.lane(WARM_UP_TIMEOUT);
      closing.signal.addEventListener('abort', () => void lane.close(), { once: true });
      const quiet = new LoaderFactory(loaderDeclarations, lane);
      const context = () => createContext(quiet, lane, config.maxAuthors, null, config.changesKept);
      return warmUp({ schema, createContext: context, signal: closing.signal }).finally(() => lane.close());
    },
    async close() {
      closing.abort();
      heartbeat.stop();
      await closeWithin(http, CLOSE_GRACE);
      for (const stop of forget) stop?.();
      await tracing?.close();
    },
  };
}

/** How long the version of the graph may take, in milliseconds: then answers are computed. */
const VERSION_LIMIT = 500;

/**
 * A cache of answers; none where it may hold nothing, and none over a cluster, where a member that lags behind would answer
 * for a version that another one told.
 */
function openAnswers(database: Database, heartbeat: Heartbeat, config: Config): AnswerCache | undefined {
  const { answerCacheMegabytes: megabytes, neo4j } = config;
  if (megabytes === 0 || (neo4j && isRouted(neo4j.uri))) return undefined;
  const watch = new VersionWatch(async () => {
    if (heartbeat.pulse !== 'well') throw new UnavailableError();
    const timely = database.asking({ caller: null, signal: signalIn(VERSION_LIMIT) });
    // Behind all that was read before, and whole when it is told: what is read next is of this version or a later one.
    await timely.readSettled(graphVersion, {});
    const [row] = await timely.readWhole(graphVersion, {});
    if (!row) throw new Error('The graph has no version');
    return row.version;
  });
  return new AnswerCache(watch, megabytes * 1_000_000);
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

/** Lets requests under way end while others are told to go elsewhere, then closes the connections of those that do not. */
async function closeWithin(http: FastifyInstance, grace: number): Promise<void> {
  const timer = setTimeout(() => http.server.closeAllConnections(), grace);
  try {
    await http.drain();
    await http.close();
  } finally {
    clearTimeout(timer);
  }
}
