import { institutionLoaders } from './institution.loaders.js';
import { InstitutionResolver } from './institution.resolver.js';
import { Institution } from './institution.type.js';
import { InstitutionsResolver } from './institutions.resolver.js';

export const institution = {
  loaders: institutionLoaders,
  resolvers: [InstitutionResolver, InstitutionsResolver],
  types: [Institution],
} as const;
