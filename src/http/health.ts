import type { FastifyInstance } from 'fastify';
import type { Admission } from './admission.js';

/** `/healthz` says that the process is alive, `/readyz` that the database answers and the server is not about to stop. */
export function addHealth(
  app: FastifyInstance,
  verifyDatabase: () => Promise<void>,
  admission: Pick<Admission, 'draining'>,
): void {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    if (admission.draining)
      return reply.status(503).header('retry-after', '5').send({ status: 'the server is about to stop' });
    try {
      await verifyDatabase();
      return { status: 'ready' };
    } catch {
      return reply.status(503).header('retry-after', '5').send({ status: 'the database cannot be reached' });
    }
  });
}
