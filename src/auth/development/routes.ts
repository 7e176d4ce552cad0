import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PublicError } from '../../core/errors.js';
import { checkedOrcidKey } from '../../core/identifiers.js';
import { MODERATOR } from '../../core/viewer.js';
import { localOrigin, wasForwarded } from '../this-machine.js';
import { loginPage, pageHeaders, type Typed } from './pages.js';
import { type DevelopmentProvider, MOUNT } from './provider.js';
import type { Persona } from './tokens.js';

/** Longest form that is read, in bytes. */
const FORM_LIMIT = 10_000;
const LONGEST_SUBJECT = 100;

/** Puts the development issuer under `/oidc`: its login form, and all else as the provider answers it. */
export function addDevelopmentRoutes(app: FastifyInstance, provider: DevelopmentProvider): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      refuseStrangers(request);
      reply.headers(pageHeaders);
    });
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
    );
    scope.get(`${MOUNT}/interaction/:uid`, (request, reply) => showLogin(request, reply, provider));
    scope.post(`${MOUNT}/interaction/:uid`, (request, reply) => logIn(request, reply, provider));
  });
  app.register(async (scope) => {
    // The provider reads bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.addHook('onRequest', async (request) => refuseStrangers(request));
    scope.all(`${MOUNT}/*`, async (request, reply) => {
      const answer = (await providerFor(request, provider)).callback();
      reply.hijack();
      for (const [name, value] of Object.entries(pageHeaders)) reply.raw.setHeader(name, value);
      await answer(mounted(request.raw), reply.raw);
    });
  });
}

/** A page elsewhere whose name was made to lead here would else be answered, as would a proxy's visitors. */
function refuseStrangers({ raw }: FastifyRequest): void {
  if (localOrigin(raw) === null || wasForwarded(raw))
    throw new PublicError('FORBIDDEN', 'The login for development is for this machine alone. Set AUTH_ISSUER.');
}

/** The issuer as the browser knows it. */
const providerFor = (request: FastifyRequest, development: DevelopmentProvider) =>
  development.at(localOrigin(request.raw) ?? '');

/** As the provider knows its requests: below where it is. */
const mounted = (request: IncomingMessage): IncomingMessage =>
  Object.assign(request, { originalUrl: request.url, url: request.url?.slice(MOUNT.length) });

async function showLogin(request: FastifyRequest, reply: FastifyReply, provider: DevelopmentProvider) {
  await loginUnderWay(request, reply, provider);
  return reply.type('text/html; charset=utf-8').send(loginPage({ sub: '', orcid: '', moderator: false }));
}

async function logIn(request: FastifyRequest, reply: FastifyReply, provider: DevelopmentProvider) {
  const login = await loginUnderWay(request, reply, provider);
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const typed: Typed = {
    sub: (form.get('sub') ?? '').trim(),
    orcid: (form.get('orcid') ?? '').trim(),
    moderator: form.has('moderator'),
  };
  const persona = personaOf(typed);
  if (typeof persona === 'string')
    return reply.status(400).type('text/html; charset=utf-8').send(loginPage(typed, persona));
  provider.remember(persona);
  return reply.redirect(await login.finish(persona.sub), 303);
}

/** Somebody as the form has them, or what is wrong with it. */
function personaOf({ sub, orcid, moderator }: Typed): Persona | string {
  if (sub === '' || sub.length > LONGEST_SUBJECT || /\p{C}/u.test(sub)) return 'Give a name of 1 to 100 characters.';
  const key = orcid === '' ? null : checkedOrcidKey(orcid);
  if (orcid !== '' && key === null) return 'That is no ORCID iD.';
  return { sub, name: sub, ...(key && { orcid: key }), roles: moderator ? [MODERATOR] : [] };
}

/** The login that a request belongs to; `finish` says where it goes on. Throws NOT_FOUND where there is none. */
async function loginUnderWay(request: FastifyRequest, reply: FastifyReply, development: DevelopmentProvider) {
  const provider = await providerFor(request, development);
  await provider.interactionDetails(request.raw, reply.raw).catch(() => {
    throw new PublicError('NOT_FOUND', 'This login has ended. Begin again.');
  });
  return {
    finish: (accountId: string) =>
      provider.interactionResult(request.raw, reply.raw, { login: { accountId }, consent: {} }),
  };
}
