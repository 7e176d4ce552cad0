import { graphLoaders } from './graph.loaders.js';
import { NodeResolver } from './node.resolver.js';

export const graph = { loaders: graphLoaders, resolvers: [NodeResolver], types: [] } as const;
