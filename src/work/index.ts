import { workLoaders } from './work.loaders.js';
import { AuthorEdgeResolver, WorkResolver } from './work.resolver.js';
import { Work } from './work.type.js';

export const work = { loaders: workLoaders, resolvers: [WorkResolver, AuthorEdgeResolver], types: [Work] } as const;
