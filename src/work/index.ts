import { workLoaders } from './work.loaders.js';
import { WorkResolver } from './work.resolver.js';
import { Work } from './work.type.js';

export const work = { loaders: workLoaders, resolvers: [WorkResolver], types: [Work] } as const;
