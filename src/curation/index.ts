import { curationLoaders } from './curation.loaders.js';
import { CurationMutations, CurationResolver, ResearcherCurationsResolver } from './curation.resolver.js';
import { Curation } from './curation.type.js';

export const curation = {
  loaders: curationLoaders,
  resolvers: [CurationMutations, CurationResolver, ResearcherCurationsResolver],
  types: [Curation],
} as const;
