import type { GraphEdge, GraphNode } from '../graph/types.js';
import { isFiltered, type View } from './view.js';

/** A graph with what a view asks of it. */
export interface Sifted {
  /** Out of sight: of a kind left out, or hidden by hand. */
  readonly gone: ReadonlySet<string>;
  /** Nearly out of sight: not of these years, with too few joint works, or of another name. */
  readonly dimmed: ReadonlySet<string>;
  /** Of those in sight, whose names hold the text; the centre too. */
  readonly found: readonly GraphNode[];
}

/** `matches` are the ids that the server gives for the same filter; null while it has not answered. */
export function sift(
  center: string,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  view: View,
  matches: ReadonlySet<string> | null,
): Sifted {
  const gone = new Set(
    nodes
      .filter(({ id, type }) => id !== center && (view.without.includes(type) || view.hidden.includes(id)))
      .map(idOf),
  );
  const words = plain(view.text).split(/\s+/).filter(Boolean);
  const named = ({ label }: GraphNode) => words.every((word) => plain(label).includes(word));
  const fits = fitting(center, nodes, edges, view, matches);
  const dimmed = new Set(nodes.filter((node) => node.id !== center && !(fits(node) && named(node))).map(idOf));
  const found = words.length === 0 ? [] : nodes.filter((node) => !gone.has(node.id) && fits(node) && named(node));
  return { gone, dimmed, found };
}

/** How many of the nodes around the centre are fully in sight, and how many may be: those that are not gone. */
export function countFitting({ gone, dimmed }: Sifted, nodes: readonly GraphNode[]) {
  const around = nodes.length - 1 - gone.size;
  return { around, fits: around - [...dimmed].filter((id) => !gone.has(id)).length };
}

const idOf = ({ id }: GraphNode): string => id;

/** Without accents and capitals. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Works are of a year; others stay while something of these years joins them, or the server says so. */
function fitting(
  center: string,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  view: View,
  matches: ReadonlySet<string> | null,
): (node: GraphNode) => boolean {
  if (!isFiltered(view)) return () => true;
  const [first, last] = view.years;
  const yearsGiven = first !== null || last !== null;
  const ofYears = ({ type, year }: GraphNode) =>
    !yearsGiven || type !== 'WORK' || (year !== null && year >= (first ?? year) && year <= (last ?? year));
  const works = new Set(nodes.filter((node) => node.type === 'WORK' && ofYears(node)).map(idOf));
  const alive = new Set([center]);
  for (const { source, target } of edges) {
    if (works.has(source)) alive.add(target);
    if (works.has(target)) alive.add(source);
  }
  const close = closeCoauthors(center, nodes, edges, view.joint);
  return (node) => {
    if (node.type === 'RESEARCHER' && !close(node)) return false;
    if (!yearsGiven || matches?.has(node.id)) return ofYears(node);
    return node.type === 'WORK' ? works.has(node.id) : alive.has(node.id);
  };
}

/** Whether a researcher has joint works enough: with the one who brought it in where that is one, else with anybody. */
function closeCoauthors(
  center: string,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  joint: number,
): (node: GraphNode) => boolean {
  if (joint <= 1) return () => true;
  const close = new Map<string, Set<string>>();
  const join = (one: string, other: string) => close.set(one, (close.get(one) ?? new Set()).add(other));
  for (const { type, source, target, weight } of edges) {
    if (type !== 'COAUTHOR' || weight < joint) continue;
    join(source, target);
    join(target, source);
  }
  const researchers = new Set(nodes.filter(({ type }) => type === 'RESEARCHER').map(idOf));
  return ({ id, distance, from = distance === 1 ? center : undefined }) => {
    const with_ = close.get(id);
    if (id === center) return true;
    return from !== undefined && researchers.has(from) ? with_?.has(from) === true : with_ !== undefined;
  };
}
