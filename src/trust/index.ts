import { trustLoaders } from './trust.loaders.js';
import { TrustResolver } from './trust.resolver.js';

export const trust = {
  loaders: trustLoaders,
  resolvers: [TrustResolver],
  types: [],
} as const;
