import type { FastifyInstance } from 'fastify';
import type { Budget } from '../limits/budget.js';
import { callerOf } from './caller.js';

/** Where people log in, and where pages ask how. */
const isLogin = (route: string | undefined): boolean => route === '/login.json' || route?.startsWith('/oidc/') === true;

/** Takes a point of its address's own budget for each request for the login: whoever has none left gets 429. */
export function limitLogins(app: FastifyInstance, budget: Budget | undefined): void {
  if (!budget) return;
  app.addHook('onRequest', async (request) => {
    if (isLogin(request.routeOptions.url)) budget.spend(callerOf({ ip: request.ip, viewer: null }), 1);
  });
}
