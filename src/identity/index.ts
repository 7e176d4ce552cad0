import { identityLoaders } from './identity.loaders.js';
import { IdentityGroupResolver, IdentityResolver } from './identity.resolver.js';
import { IdentityGroup, IdentityReport } from './identity.type.js';

export const identity = {
  loaders: identityLoaders,
  resolvers: [IdentityResolver, IdentityGroupResolver],
  types: [IdentityReport, IdentityGroup],
} as const;
