import type { FastifyInstance, onRequestAsyncHookHandler, preHandlerAsyncHookHandler } from 'fastify';
import { newSignal } from '../core/in-time.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Aborted when the request must be answered, with what there is. */
    deadline: AbortSignal | undefined;
    /** Milliseconds that it took to find out who sent it. */
    identifiedIn: number;
  }
}

/** Takes the time of a hook that finds out who sent a request, which may have to ask an issuer. */
export function timed(app: FastifyInstance, identify: onRequestAsyncHookHandler): onRequestAsyncHookHandler {
  app.decorateRequest('identifiedIn', 0);
  return async function (request, reply) {
    const begun = performance.now();
    await identify.call(this, request, reply);
    request.identifiedIn = performance.now() - begun;
  };
}

/**
 * Gives a request that has come in so many milliseconds, less what it took to find out who sent it: what the database has not
 * answered by then is UNAVAILABLE.
 */
export function deadlineHook(app: FastifyInstance, milliseconds: number): preHandlerAsyncHookHandler {
  app.decorateRequest('deadline', undefined);
  return async (request, { raw }) => {
    const end = newSignal();
    request.deadline = end.signal;
    const timer = setTimeout(() => end.abort(), Math.max(0, milliseconds - request.identifiedIn)).unref();
    raw.once('close', () => {
      clearTimeout(timer);
      // Nobody is there any more for whom to go on.
      if (!raw.writableFinished) end.abort();
    });
  };
}
