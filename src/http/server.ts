import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Login } from '../auth/login.js';
import type { Context } from '../context.js';
import { type RequestKey, requestKey } from '../core/request-key.js';
import type { Viewer } from '../core/viewer.js';
import type { Budget } from '../limits/budget.js';
import { projectPath } from '../project.js';
import { accountHooks } from './account.js';
import { Admission, type AdmissionLimits } from './admission.js';
import { authentication, refuse } from './authenticate.js';
import { deadlineHook } from './deadline.js';
import { errorAnswer } from './error-answer.js';
import { errorBody } from './error-body.js';
import { addExports } from './exports.js';
import { errorFormatter } from './format-error.js';
import { addHealth } from './health.js';
import { type LimitedContext, limitsPlugin, OperationTypeExists } from './limits.js';
import { addPage, sentToGraphiQL } from './page.js';
import { statusPlugin } from './status.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the client calls the request; null where it has no name. */
    key: RequestKey | null;
  }
}

/** What the HTTP server needs from the rest of the house. */
export interface HttpOptions {
  readonly schema: GraphQLSchema;
  readonly createContext: (viewer: Viewer | null, key?: RequestKey | null, signal?: AbortSignal) => Context;
  /** Rejects where the database cannot be reached. */
  readonly verifyDatabase: () => Promise<void>;
  /** How people are known; where absent nobody can log in. */
  readonly login?: Login | undefined;
  /** What callers may spend; absent where they are not limited. */
  readonly budget?: Budget | undefined;
  /** Proxies whose X-Forwarded-For is believed; none where absent. */
  readonly trustedProxies?: number | undefined;
  /** Milliseconds in which a request is answered; `DEADLINE` where absent. */
  readonly deadline?: number | undefined;
  /** How much is taken on at once; `ADMISSION` where absent. */
  readonly admission?: AdmissionLimits | undefined;
  /** Where the built page lies; `dist/web` of the project where absent. */
  readonly pageFolder?: string | undefined;
  readonly log: Logger;
}

/** What a process does well at once: more in work make each slower, and no more done. */
export const ADMISSION: AdmissionLimits = { inWork: 128, waiting: 256, patience: 1_000 };
/** Of five seconds, less what it takes to write the answer. */
const DEADLINE = 4_500;
const BODY_LIMIT = 1_000_000;
const MAX_TOKENS = 5_000;
/** Validation ends after so many errors. */
const MAX_ERRORS = 5;
/** Longest time in which a request must have come in, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** Makes the HTTP server: the page at `/`, `/graphql`, `/export`, health, pages of the login. The caller listens and closes. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { trustedProxies = 0, deadline = DEADLINE } = options;
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    // Fastify takes no number of proxies: it cannot tell whether a caller went round them. That is the operator's to see to.
    trustProxy: trustedProxies > 0 && ((_address: string, hop: number) => hop < trustedProxies),
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      reply.status(error.statusCode ?? 400).send(errorBody(error.message, 'BAD_REQUEST')),
  });
  const apollo = new ApolloServer<Context & LimitedContext>({
    schema: options.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_ERRORS },
    validationRules: [OperationTypeExists],
    formatError: errorFormatter(options.log),
    stopOnTerminationSignals: false,
    logger: options.log,
    plugins: [
      // Its per-field hooks took a third of all requests per second.
      ApolloServerPluginCacheControlDisabled(),
      // It would load scripts from another host.
      ApolloServerPluginLandingPageDisabled(),
      limitsPlugin,
      statusPlugin,
    ],
  });
  await apollo.start();
  app.setErrorHandler(errorAnswer(options.log));
  await addPage(app, options.pageFolder ?? projectPath('dist', 'web'), options.login?.page);
  const account = accountHooks(app, options.budget);
  app.decorateRequest('key', null);
  const caller = {
    onRequest: [authentication(app, options.login, options.log), account.onRequest ?? [], refuse, named].flat(),
    preHandler: [deadlineHook(app, deadline), new Admission(options.admission ?? ADMISSION).hook],
    onSend: account.onSend ?? [],
  };
  const answer = fastifyApolloHandler(apollo, {
    context: async ({ account, viewer, key, deadline }) =>
      Object.assign(options.createContext(viewer, key, deadline), { account, rateLimit: null }),
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    ...caller,
    handler(request, reply) {
      return sentToGraphiQL(request, reply) ? reply : answer.call(this, request, reply);
    },
  });
  app.route({
    url: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: async (_request, reply) =>
      reply.status(405).header('allow', 'GET, POST').send(errorBody('GraphQL is asked by GET or POST.', 'BAD_REQUEST')),
  });
  app.addHook('onClose', () => apollo.stop());
  closeConnectionsWhenClosing(app);
  addExports(app, { ...options, deadline }, caller);
  addHealth(app, options.verifyDatabase);
  options.login?.addRoutes?.(app);
  return app;
}

/** Notes what a request is called by its client. */
const named = async (request: FastifyRequest): Promise<void> => {
  request.key = requestKey(request.raw.headersDistinct['idempotency-key']);
};

/** A connection that answers while the server closes would else be kept for a next request, and hold the close up. */
function closeConnectionsWhenClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
