import { graphLoaders } from './graph.loaders.js';
import { GraphInfoResolver } from './graph-info.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { PathResolver } from './path.resolver.js';
import { SearchResolver } from './search.resolver.js';
import { GraphEdgeResolver, NeighbourhoodResolver, ResearcherNeighbourhoodResolver } from './slice.resolver.js';
import { SubgraphResolver } from './subgraph.resolver.js';

export const graph = {
  loaders: graphLoaders,
  resolvers: [
    NodeResolver,
    GraphInfoResolver,
    NeighbourhoodResolver,
    ResearcherNeighbourhoodResolver,
    SubgraphResolver,
    PathResolver,
    GraphEdgeResolver,
    SearchResolver,
  ],
  types: [],
} as const;
