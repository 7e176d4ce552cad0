import { followLoaders } from './follow.loaders.js';
import { FollowResolver, ViewerFollowsResolver } from './follow.resolver.js';

export const follow = {
  loaders: followLoaders,
  resolvers: [FollowResolver, ViewerFollowsResolver],
  types: [],
} as const;
