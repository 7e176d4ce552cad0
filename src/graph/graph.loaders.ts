import { one } from '../core/loaders.js';
import { read } from '../core/queries.js';
import type { EdgeColumns, FoundNode } from './drawing.js';
import type { GraphInfo } from './graph-info.type.js';
import type { NodeType } from './node.type.js';
import type { FrontierParams, FrontierRow } from './path-search.js';
import type { FormerIdRow } from './resolve.js';
import type { SearchParams, SearchRow } from './search.js';
import type { FirstRingRow, StarParams, Totals, WholeSliceParams } from './slice.js';
import type { EdgeFilter } from './slice-filter.js';
import type { RingParams, RingRow } from './slice-rings.js';

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
  slice: one<FirstRingRow, WholeSliceParams>('graph.slice', { maxKeys: 16 }),
  star: one<FirstRingRow, StarParams>('graph.star', { maxKeys: 16 }),
  /** Of researchers alone, those asked for most. */
  sliceOfResearcher: one<FirstRingRow, WholeSliceParams>('graph.slice-of-researcher', { maxKeys: 16 }),
  starOfResearcher: one<FirstRingRow, StarParams>('graph.star-of-researcher', { maxKeys: 16 }),
  drawn: one<FoundNode>('graph.drawn', { maxKeys: 500 }),
  /** Keyed by the ids of the ring before and, after a bar, those of the slice before it. */
  ring: one<RingRow, RingParams>('graph.ring', { maxKeys: 16 }),
  /** Keyed by ids of works, topics, institutions and researchers, with bars between the kinds. */
  edges: one<readonly EdgeColumns[], EdgeFilter>('graph.edges', { maxKeys: 16 }),
  totals: one<Totals, EdgeFilter>('graph.totals', { maxKeys: 16 }),
} as const;

/** The graph's version, unlike that of any other graph. */
export const graphVersion = read<Record<string, never>, { readonly version: string }>('graph.version');

export const frontier = read<FrontierParams, FrontierRow>('graph.frontier');

/** What `graph.info` returns. */
interface GraphInfoRow extends Omit<GraphInfo, 'changesCursor'> {
  readonly changes: readonly [log: string, last: number];
}
export const graphInfo = read<Record<string, never>, GraphInfoRow>('graph.info');
/** Search by kind: apart, they run side by side, and each is planned in a fraction of the time. */
export const searchStatements = {
  RESEARCHER: read<SearchParams, SearchRow>('graph.search-researchers'),
  WORK: read<SearchParams, SearchRow>('graph.search-works'),
  TOPIC: read<SearchParams, SearchRow>('graph.search-topics'),
  INSTITUTION: read<SearchParams, SearchRow>('graph.search-institutions'),
} as const satisfies Record<NodeType, unknown>;
