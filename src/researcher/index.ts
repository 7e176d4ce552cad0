import { CollaboratorEdgeResolver, ResearcherCollaboratorsResolver } from './collaborators.resolver.js';
import { researcherLoaders } from './researcher.loaders.js';
import { ResearcherResolver } from './researcher.resolver.js';
import { Researcher } from './researcher.type.js';
import { ResearchersResolver } from './researchers.resolver.js';
import { HeadlineResolver, SuggestionsResolver } from './suggestions.resolver.js';

export const researcher = {
  loaders: researcherLoaders,
  resolvers: [
    ResearcherResolver,
    ResearchersResolver,
    ResearcherCollaboratorsResolver,
    CollaboratorEdgeResolver,
    SuggestionsResolver,
    HeadlineResolver,
  ],
  types: [Researcher],
} as const;
