import { EdgeType } from '../graph/edge-type.js';
import type { NodeType } from '../graph/node.type.js';
import type { GraphEdge, GraphNode, Neighbourhood } from '../graph/slice.type.js';

/** A node of an exported slice: what GraphQL gives of it but the node itself. */
export type FileNode = Omit<GraphNode, 'node'>;

/** A slice as files hold it: the GraphQL answer, the centre cut to what names it. */
export interface SliceFile {
  readonly center: { readonly id: string; readonly type: NodeType; readonly label: string };
  readonly nodes: readonly FileNode[];
  readonly edges: readonly GraphEdge[];
  readonly totals: Neighbourhood['totals'];
}

/** The parts of a slice that files hold. */
export function toSliceFile({ nodes, edges, totals }: Neighbourhood): SliceFile {
  const plain = nodes.map(({ id, type, label, weight, year, distance }) => ({
    id,
    type,
    label,
    weight,
    year,
    distance,
  }));
  const center = plain[0];
  if (!center) throw new Error('A slice holds at least its centre');
  return {
    center: { id: center.id, type: center.type, label: center.label },
    nodes: plain,
    edges: edges.map(({ id, source, target, type, weight, sources }) => ({
      id,
      source,
      target,
      type,
      weight,
      sources: [...sources],
    })),
    totals: { ...totals },
  };
}

/** Pairs of equals: their edges have no direction. */
export const isUndirected = (type: EdgeType): boolean => type === EdgeType.COAUTHOR || type === EdgeType.PARTNER;

/** One sentence that says what a file shows, and how much of it. */
export function describe({ center, nodes, totals }: SliceFile): string {
  const near = nodes.filter(({ distance }) => distance === 1);
  const shown = (type: string, total: number) => `${near.filter((node) => node.type === type).length} of ${total}`;
  return (
    `Around ${center.label} (${center.id}): ${shown('WORK', totals.works)} works, ` +
    `${shown('TOPIC', totals.topics)} topics, ${shown('INSTITUTION', totals.institutions)} institutions, ` +
    `${shown('RESEARCHER', totals.researchers)} researchers next to it`
  );
}
