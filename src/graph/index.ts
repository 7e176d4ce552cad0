import { ChangesResolver } from './changes.resolver.js';
import { graphLoaders } from './graph.loaders.js';
import { GraphInfoResolver } from './graph-info.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { PathResolver } from './path.resolver.js';
import { ResolveResolver } from './resolve.resolver.js';
import { SearchEdgeResolver, SearchResolver } from './search.resolver.js';
import { GraphEdgeResolver, NeighbourhoodResolver, ResearcherNeighbourhoodResolver } from './slice.resolver.js';
import { SubgraphResolver } from './subgraph.resolver.js';

export { restoreIds, retireIds } from './resolve.log.js';

export const graph = {
  loaders: graphLoaders,
  resolvers: [
    NodeResolver,
    GraphInfoResolver,
    ChangesResolver,
    ResolveResolver,
    NeighbourhoodResolver,
    ResearcherNeighbourhoodResolver,
    SubgraphResolver,
    PathResolver,
    GraphEdgeResolver,
    SearchResolver,
    SearchEdgeResolver,
  ],
  types: [],
} as const;
