import { useMemo, useRef } from 'preact/hooks';
import type { Failure } from '../api.js';
import {
  EdgesAmongDocument,
  FindPathDocument,
  type FindPathQuery,
  GrowthDocument,
  SliceDocument,
  type SliceQuery,
} from '../gen/graphql.js';
import type { GraphEdge, GraphNode } from '../graph/types.js';
import { kindOf, nameOf } from '../text/node.js';
import { useQueries, useQuery } from '../use-query.js';
import { edgeQuestions, edgesAmong, type Grown, gather } from './assemble.js';
import { FIRST_LIMITS, filterOf } from './slice-params.js';
import { isFiltered, type View } from './view.js';

/** From how many of each kind an expansion chooses: as many as the server gives. */
const GROWTH_LIMITS = { works: 100, topics: 50, institutions: 50, researchers: 100 };

export type FoundPath = NonNullable<FindPathQuery['path']>;

/** The graph of an exploration. */
export interface Explored {
  readonly center: GraphNode;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Neighbours of the centre in the whole graph. */
  readonly totals: NonNullable<SliceQuery['neighbourhood']>['totals'];
  readonly grown: readonly Grown[];
  readonly full: boolean;
  /** Ids that pass the filter, as the server says; null where nothing is filtered. */
  readonly matches: ReadonlySet<string> | null;
}

/** What is known of an exploration. While more is under way, `graph` is what was there before. */
export interface Exploration {
  readonly graph: Explored | null;
  /** The path asked for; null where there is none, undefined where none was asked for or it is not known yet. */
  readonly path: FoundPath | null | undefined;
  readonly busy: boolean;
  readonly missing: boolean;
  readonly failure: Failure | null;
  retry(): void;
}

/** Asks for all that a view of the graph around a node needs. */
export function useExplored(id: string, view: View): Exploration {
  const around = { id, depth: view.depth, limits: FIRST_LIMITS };
  const first = useQuery(SliceDocument, around);
  const filtered = useQuery(SliceDocument, isFiltered(view) ? { ...around, filter: filterOf(view) } : null);
  const asked = useMemo(
    () => [...new Set(view.opened)].map((opened) => ({ id: opened, limits: GROWTH_LIMITS })),
    [view.opened.join('\n')],
  );
  const growths = useQueries(GrowthDocument, asked);
  const path = useQuery(FindPathDocument, view.path && pathVariables(view.path));
  const slice = first.data?.neighbourhood ?? null;
  const more = isFiltered(view) && !filtered.loading ? (filtered.data?.neighbourhood ?? null) : null;
  const way = view.path && !path.loading ? (path.data?.path ?? null) : undefined;

  const gathered = useMemo(() => {
    if (!slice) return null;
    const nodesOf = new Map(asked.map(({ id }, at) => [id, growths.data[at]?.neighbourhood?.nodes ?? null]));
    const steps = view.opened.map((opened) => ({ id: opened, nodes: nodesOf.get(opened) ?? null }));
    return gather(slice.nodes, steps, [way ? drawn(way) : [], more?.nodes ?? []]);
  }, [slice, growths.data.map(Boolean).join(), asked, way, more, view.opened.join('\n')]);
  const questions = useMemo(() => {
    if (!slice || !gathered || growths.loading) return [];
    const known = slice.nodes.map(({ id }) => id);
    const added = gathered.nodes.slice(known.length).map(({ id }) => id);
    return edgeQuestions(known, added).map((ids) => ({ ids: [...ids] }));
  }, [gathered, growths.loading]);
  const edges = useQueries(EdgesAmongDocument, questions);

  const last = useRef<Explored | null>(null);
  const waiting = growths.loading || edges.loading || (view.path !== null && path.loading);
  const graph = useMemo(() => {
    if (!slice || !gathered) return last.current;
    const [center] = slice.nodes.filter((node) => node.id === slice.center.id);
    const sameCenter = last.current?.center.id === slice.center.id;
    if (!center || (waiting && sameCenter)) return last.current;
    const nodes = waiting ? slice.nodes : gathered.nodes;
    const lists = edges.data.map((answer) => answer?.subgraph.edges ?? []);
    return {
      center,
      nodes,
      edges: edgesAmong(nodes, [slice.edges, ...lists, ...(way ? [way.edges] : [])]),
      totals: slice.totals,
      grown: waiting ? [] : gathered.grown,
      full: gathered.full,
      matches: more && new Set(more.nodes.map(({ id }) => id)),
    };
  }, [slice, gathered, waiting]);
  last.current = graph;

  const parts = [first, filtered, growths, path, edges];
  return {
    graph,
    path: way,
    busy: parts.some(({ loading }) => loading),
    missing: first.data !== null && !first.loading && slice === null,
    failure: parts.find(({ failure }) => failure !== null)?.failure ?? null,
    retry: () => {
      for (const part of parts) if (part.failure) part.retry();
    },
  };
}

const EVERY_TYPE = [
  'AUTHORED',
  'COAUTHOR',
  'ABOUT',
  'AFFILIATED',
  'CITES',
  'RESEARCHES',
  'PRODUCED_AT',
  'ACTIVE_IN',
  'PARTNER',
] as const;

const pathVariables = ({ from, to, any }: NonNullable<View['path']>) => ({
  from,
  to,
  ...(any ? { via: [...EVERY_TYPE] } : {}),
});

/** The nodes of a path as slices describe them. */
const drawn = ({ nodes }: FoundPath): readonly GraphNode[] =>
  nodes.map((node, at) => ({
    id: node.id,
    type: kindOf(node),
    label: nameOf(node),
    weight:
      node.__typename === 'Work'
        ? node.citationCount
        : node.__typename === 'Researcher'
          ? node.stats.works
          : node.worksCount,
    year: node.__typename === 'Work' ? node.year : null,
    distance: null,
    ...(at > 0 ? { from: nodes[at - 1]?.id ?? node.id } : {}),
  }));
