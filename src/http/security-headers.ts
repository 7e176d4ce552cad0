import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';

/** Of everything but the page's documents, which have a policy of their own: it shows nothing, runs nothing, is framed by nobody. */
const NOTHING = {
  'default-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};
/** A year, in seconds. Other names of the domain are not ours to speak for. */
const HSTS = { maxAge: 31_536_000, includeSubDomains: false };

const protect = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: false,
  // For browsers that are gone, or for what is not served here.
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
});
const overTlsOnly = helmet.strictTransportSecurity(HSTS);

/** Puts onto an answer what tells browsers to be careful with it. */
export function protectAnswer({ raw, protocol }: FastifyRequest, reply: FastifyReply): void {
  const done = (): void => undefined;
  protect(raw, reply.raw, done);
  if (protocol === 'https') overTlsOnly(raw, reply.raw, done);
}

/** Protects every answer. A proxy's word that its client came by TLS counts as far as TRUST_PROXY lets it. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    protectAnswer(request, reply);
    done();
  });
}
