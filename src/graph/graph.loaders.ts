import { one } from '../core/loaders.js';
import { read } from '../core/queries.js';
import type { GraphInfo } from './graph-info.type.js';
import type { NodeType } from './node.type.js';
import type { FormerIdRow } from './resolve.js';
import type { SearchParams, SearchRow } from './search.js';
import type { SliceParams, SliceRow } from './slice.js';

/** What `graph.locate` returns. */
interface Located {
  readonly id: string;
  readonly type: NodeType;
  /** Whether the id that was asked for stood for another node, which this one replaced. */
  readonly moved: boolean;
}

export const graphLoaders = {
  /** Keyed `<property> <value>`, with property one of id, orcid, doi, arxivId, ror. */
  locate: one<Located>('graph.locate', { maxKeys: 500 }),
  /** What became of ids that moved; null of others. */
  formerIds: one<FormerIdRow>('graph.former-ids', { maxKeys: 500 }),
  slice: one<SliceRow, SliceParams>('graph.slice', { maxKeys: 16 }),
} as const;

/** What `graph.info` returns. */
interface GraphInfoRow extends Omit<GraphInfo, 'changesCursor'> {
  readonly changes: readonly [log: string, last: number];
}
export const graphInfo = read<Record<string, never>, GraphInfoRow>('graph.info');
export const searchGraph = read<SearchParams, SearchRow>('graph.search');
