import { claimLoaders } from './claim.loaders.js';
import { ClaimResolver, ViewerClaimsResolver } from './claim.resolver.js';
import { Claim } from './claim.type.js';

export const claim = {
  loaders: claimLoaders,
  resolvers: [ClaimResolver, ViewerClaimsResolver],
  types: [Claim],
} as const;
