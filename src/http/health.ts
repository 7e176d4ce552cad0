import type { FastifyInstance } from 'fastify';

/** `/healthz` says that the process is alive, `/readyz` that the database answers. */
export function addHealth(app: FastifyInstance, verifyDatabase: () => Promise<void>): void {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await verifyDatabase();
      return { status: 'ready' };
    } catch {
      return reply.status(503).header('retry-after', '5').send({ status: 'the database cannot be reached' });
    }
  });
}
