import { WorkFacetsResolver } from './facets.resolver.js';
import { workLoaders } from './work.loaders.js';
import { AuthorEdgeResolver, WorkResolver } from './work.resolver.js';
import { Work } from './work.type.js';
import { WorksResolver } from './works.resolver.js';

export const work = {
  loaders: workLoaders,
  resolvers: [WorkResolver, WorksResolver, AuthorEdgeResolver, WorkFacetsResolver],
  types: [Work],
} as const;
