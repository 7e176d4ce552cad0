import { RateLimitResolver } from './rate-limit.resolver.js';

export const limits = { loaders: {}, resolvers: [RateLimitResolver], types: [] } as const;
