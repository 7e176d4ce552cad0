import type { GraphEdge } from '../graph/types.js';

/** For every node that can be reached, the next one on a shortest way to the centre, over nodes that are not `gone`. */
export function waysTo(
  center: string,
  edges: readonly GraphEdge[],
  gone: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const near = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    const list = near.get(one);
    if (list) list.push(other);
    else near.set(one, [other]);
  };
  for (const { source, target } of edges) {
    if (gone.has(source) || gone.has(target)) continue;
    join(source, target);
    join(target, source);
  }
  const next = new Map<string, string>();
  for (let ring = [center]; ring.length > 0; ) {
    const further: string[] = [];
    for (const id of ring)
      for (const other of near.get(id) ?? []) {
        if (other === center || next.has(other)) continue;
        next.set(other, id);
        further.push(other);
      }
    ring = further;
  }
  return next;
}

/** The way from a node to the centre, both included; the node alone where there is none. */
export function wayOf(id: string, next: ReadonlyMap<string, string>): readonly string[] {
  const way = [id];
  for (let at = next.get(id); at !== undefined; at = next.get(at)) way.push(at);
  return way;
}

/** The edges along a way, step by step; several where two nodes are joined in several manners. */
export function stepsOf<Edge extends Pick<GraphEdge, 'source' | 'target'>>(
  way: readonly string[],
  edges: readonly Edge[],
): readonly Edge[] {
  return way
    .slice(1)
    .flatMap((to, at) =>
      edges.filter(
        ({ source, target }) => (source === way[at] && target === to) || (source === to && target === way[at]),
      ),
    );
}
