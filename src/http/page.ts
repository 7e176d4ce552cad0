import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageLogin } from '../auth/login.js';
import { errorBody } from './error-body.js';

/** Addresses that the page's script knows; each is answered with the same document. */
const ADDRESSES = [
  '/',
  '/researcher/*',
  '/work/*',
  '/topic/*',
  '/institution/*',
  '/explore/*',
  '/account',
  '/login/callback',
] as const;

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** Nothing but what this server serves; no script or style that stands in a document. */
const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};
/** The page asks an issuer elsewhere how to log in, and for the token. */
const pagePolicy = (issuer: string | undefined): string =>
  policy(
    issuer !== undefined && URL.canParse(issuer)
      ? { ...STRICT, 'connect-src': `'self' ${new URL(issuer).origin}` }
      : STRICT,
  );
/** GraphiQL's editor writes styles into its document and draws some of its signs from data: addresses. */
const GRAPHIQL_POLICY = policy({
  ...STRICT,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
});

/**
 * Serves the page that lies built in `folder`: its documents, its files, whose names change with their content, and at
 * `/login.json` how it logs people in, null where it cannot.
 */
export async function addPage(app: FastifyInstance, folder: string, login?: PageLogin): Promise<void> {
  const document = (name: string, csp: string) => async (_request: FastifyRequest, reply: FastifyReply) => {
    if (!existsSync(join(folder, name)))
      return reply.status(404).send(errorBody('The page is not built: npm run build does that.', 'NOT_FOUND'));
    reply.headers({
      'content-security-policy': csp,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    });
    return reply.sendFile(name, { cacheControl: false });
  };
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    suppressWarning: true,
  } as Parameters<typeof fastifyStatic>[1]);
  const page = document('index.html', pagePolicy(login?.issuer));
  for (const address of ADDRESSES) app.get(address, page);
  app.get('/login.json', (_request, reply) =>
    reply
      .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' })
      .send(JSON.stringify(login ?? null)),
  );
  app.get('/graphiql', document('graphiql.html', GRAPHIQL_POLICY));
  app.get('/favicon.svg', (_request, reply) => reply.sendFile('favicon.svg', { maxAge: '1d' }));
  app.get('/assets/*', (request: FastifyRequest<{ Params: { readonly '*': string } }>, reply) => {
    reply.header('vary', 'accept-encoding');
    return reply.sendFile(request.params['*'], join(folder, 'assets'), { maxAge: '1y', immutable: true });
  });
  app.setNotFoundHandler(async (request, reply) => {
    reply.status(404);
    if (request.method === 'GET' && asksForHtml(request)) return page(request, reply);
    return reply.send(errorBody('There is nothing here. The API is at /graphql.', 'NOT_FOUND'));
  });
}

/** Whether a browser asks, for something to show. */
const asksForHtml = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

/** Sends a browser that was pointed at the API to GraphiQL, with the query that its address has; false for others. */
export function sentToGraphiQL(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.method !== 'GET' || !asksForHtml(request)) return false;
  reply.redirect(`/graphiql${request.url.slice('/graphql'.length)}`);
  return true;
}
