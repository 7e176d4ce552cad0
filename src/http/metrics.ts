import type { FastifyInstance } from 'fastify';
import { isFromThisMachine } from '../auth/this-machine.js';
import { PublicError } from '../core/errors.js';
import type { Metrics } from '../observe/metrics.js';
import type { Admission } from './admission.js';

/** `/metrics`, for Prometheus: for this machine alone, where it is not meant for all. */
export function addMetrics(app: FastifyInstance, metrics: Metrics, admission: Admission, forAll: boolean): void {
  const held = 'GraphQL requests and exports: in work, or waiting for their turn';
  metrics.gauge('requests', held, () => ({ 'in work': admission.inWork, waiting: admission.waiting }), 'state');
  app.get('/metrics', { config: { cors: false } }, async ({ raw }, reply) => {
    if (!forAll && !isFromThisMachine(raw))
      throw new PublicError('FORBIDDEN', 'Metrics are for this machine alone. METRICS=all opens them.');
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });
}
