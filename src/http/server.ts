import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.js';
import { errorFormatter } from './format-error.js';
import { addHealth } from './health.js';
import { unavailablePlugin } from './unavailable.js';

/** What the HTTP server needs from the rest of the house. */
export interface HttpOptions {
  readonly schema: GraphQLSchema;
  readonly createContext: () => Context;
  /** Rejects where the database cannot be reached. */
  readonly verifyDatabase: () => Promise<void>;
  readonly log: Logger;
}

const BODY_LIMIT = 1_000_000;
const MAX_TOKENS = 10_000;

/** Makes the HTTP server: `/graphql`, `/healthz`, `/readyz`. The caller listens and closes. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle' });
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: errorFormatter(options.log),
    stopOnTerminationSignals: false,
    logger: options.log,
    plugins: [
      fastifyApolloDrainPlugin(app),
      // Its per-field hooks took a third of all requests per second.
      ApolloServerPluginCacheControlDisabled(),
      unavailablePlugin,
    ],
  });
  await apollo.start();
  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.log.error({ err: error }, 'A request failed');
    const message = status >= 500 ? 'Something went wrong on our side.' : error.message;
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    return reply.status(status).send({ errors: [{ message, extensions: { code } }] });
  });
  app.setNotFoundHandler(async (_request, reply) =>
    reply.status(404).send({
      errors: [{ message: 'There is nothing here. The API is at /graphql.', extensions: { code: 'NOT_FOUND' } }],
    }),
  );
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, { context: async () => options.createContext() }),
  });
  addHealth(app, options.verifyDatabase);
  return app;
}
