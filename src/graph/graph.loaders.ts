import { one } from '../core/loaders.js';
import { read } from '../core/queries.js';
import type { GraphInfo } from './graph-info.type.js';
import type { NodeType } from './node.type.js';
import type { SearchParams, SearchRow } from './search.js';
import type { SliceParams, SliceRow } from './slice.js';

export const graphLoaders = {
  /** Keyed `<property> <value>`, with property one of id, orcid, doi, arxivId, ror. */
  locate: one<{ readonly id: string; readonly type: NodeType }>('graph.locate', { maxKeys: 500 }),
  slice: one<SliceRow, SliceParams>('graph.slice', { maxKeys: 16 }),
} as const;

export const graphInfo = read<Record<string, never>, GraphInfo>('graph.info');
/** Search by kind: apart, they run side by side, and each is planned in a fraction of the time. */
export const searchStatements = {
  RESEARCHER: read<SearchParams, SearchRow>('graph.search-researchers'),
  WORK: read<SearchParams, SearchRow>('graph.search-works'),
  TOPIC: read<SearchParams, SearchRow>('graph.search-topics'),
  INSTITUTION: read<SearchParams, SearchRow>('graph.search-institutions'),
} as const satisfies Record<NodeType, unknown>;
