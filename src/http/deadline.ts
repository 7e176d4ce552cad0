import type { FastifyInstance, preHandlerAsyncHookHandler } from 'fastify';
import { newSignal } from '../core/in-time.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Aborted when the request must be answered, with what there is. */
    deadline: AbortSignal | undefined;
  }
}

/** Gives a request that has come in so many milliseconds: what the database has not answered by then is UNAVAILABLE. */
export function deadlineHook(app: FastifyInstance, milliseconds: number): preHandlerAsyncHookHandler {
  app.decorateRequest('deadline', undefined);
  return async (request, { raw }) => {
    const end = newSignal();
    request.deadline = end.signal;
    const timer = setTimeout(() => end.abort(), milliseconds).unref();
    raw.once('close', () => {
      clearTimeout(timer);
      // Nobody is there any more for whom to go on.
      if (!raw.writableFinished) end.abort();
    });
  };
}
