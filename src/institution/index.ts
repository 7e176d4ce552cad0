import { institutionLoaders } from './institution.loaders.js';
import { InstitutionResolver } from './institution.resolver.js';
import { Institution } from './institution.type.js';

export const institution = {
  loaders: institutionLoaders,
  resolvers: [InstitutionResolver],
  types: [Institution],
} as const;
