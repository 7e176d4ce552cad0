import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import type { Context } from '../context.js';
import type { CacheName } from '../observe/metrics.js';
import type { Admission } from './admission.js';
import { cachedAnswers } from './cached-answers.js';
import { CompiledOperations } from './compiled-operations.js';
import { errorBody } from './error-body.js';
import { ErrorFormatter } from './format-error.js';
import { type LimitedContext, limitsPlugin, OperationTypeExists } from './limits.js';
import { type ObservedContext, observePlugin } from './observe.js';
import { sentToGraphiQL } from './page.js';
import type { HttpOptions } from './server.js';
import { statusPlugin } from './status.js';

/** Reading and checking a text of so many takes some 60 ms of the one thread at worst. */
const MAX_TOKENS = 2_000;
/** Validation ends after so many errors. */
const MAX_ERRORS = 5;

/** `/graphql`, by GET and POST: one operation a request. */
export async function addGraphQL(
  app: FastifyInstance,
  options: Pick<HttpOptions, 'schema' | 'createContext' | 'answers' | 'metrics' | 'tracing' | 'log'> & {
    readonly admission: Admission;
  },
  caller: RouteShorthandOptions,
): Promise<void> {
  const { metrics } = options;
  const errors = new ErrorFormatter(options.log);
  const looked = (cache: CacheName) => metrics && ((wasFound: boolean) => metrics.looked(cache, wasFound));
  const cached = options.answers && cachedAnswers(options.answers, looked('answers'));
  const apollo = new ApolloServer<Context & LimitedContext & ObservedContext>({
    gateway: new CompiledOperations(options.schema, looked('operations')).gateway,
    introspection: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_ERRORS },
    validationRules: [OperationTypeExists],
    formatError: errors.format,
    stopOnTerminationSignals: false,
    logger: options.log,
    ...(cached && { stringifyResult: cached.stringifyResult }),
    plugins: [
      // Its per-field hooks took a third of all requests per second.
      ApolloServerPluginCacheControlDisabled(),
      // It would load scripts from another host.
      ApolloServerPluginLandingPageDisabled(),
      limitsPlugin(looked('prices')),
      statusPlugin,
      ...(cached ? [cached.plugin] : []),
      observePlugin(options),
      errors.plugin,
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) =>
      Object.assign(options.createContext(request.viewer, request.key, request.deadline), {
        request,
        account: request.account,
        weigh: (values: number) => options.admission.weigh(reply.raw, values),
        rateLimit: null,
      }),
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    ...caller,
    async handler(request, reply) {
      if (sentToGraphiQL(request, reply)) return reply;
      const text = await answer.call(this, request, reply);
      // An empty text would have a length, which a 304 is taken to tell of the answer that the client has.
      if (reply.statusCode === 304) return reply.send();
      // Node copies a text twice, to count its bytes and to put the headers before it.
      return typeof text === 'string' ? Buffer.from(text) : text;
    },
  });
  app.route({
    url: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: async (_request, reply) =>
      reply.status(405).header('allow', 'GET, POST').send(errorBody('GraphQL is asked by GET or POST.', 'BAD_REQUEST')),
  });
}
