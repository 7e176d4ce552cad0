import type { StoredGraph } from './graph.js';

export type Kind = 'WORK' | 'TOPIC' | 'INSTITUTION' | 'RESEARCHER';
export const kinds: readonly Kind[] = ['WORK', 'TOPIC', 'INSTITUTION', 'RESEARCHER'];

export interface ReferenceNode {
  readonly id: string;
  readonly type: Kind;
  readonly label: string;
  readonly weight: number;
  readonly year: number | null;
}
export interface ReferenceEdge {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  readonly sources: readonly string[];
  readonly works: number;
  /** First and last year; null is open. */
  readonly years: readonly [number | null, number | null];
  readonly position: number;
}
export interface ReferenceFilter {
  readonly yearFrom?: number | null;
  readonly yearTo?: number | null;
  readonly minWorks?: number | null;
  readonly edgeTypes?: readonly string[] | null;
}
export type ReferenceLimits = Readonly<Record<'works' | 'topics' | 'institutions' | 'researchers', number>>;

const limitOf = {
  WORK: 'works',
  TOPIC: 'topics',
  INSTITUTION: 'institutions',
  RESEARCHER: 'researchers',
} as const;
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const span = (years: readonly (number | null)[]): [number | null, number | null] => {
  const known = years.filter((year) => year !== null).sort((a, b) => a - b);
  return [known[0] ?? null, known.at(-1) ?? null];
};

/** Slices, subgraphs and paths by plain recomputation over all nodes and edges: slow, and simple. */
export class ReferenceGraph {
  readonly #edgesOf = new Map<string, ReferenceEdge[]>();

  constructor(
    readonly nodes: ReadonlyMap<string, ReferenceNode>,
    readonly edges: readonly ReferenceEdge[],
  ) {
    for (const edge of edges)
      for (const end of [edge.source, edge.target])
        if (!this.#edgesOf.get(end)?.push(edge)) this.#edgesOf.set(end, [edge]);
  }

  /** From what a database stores. */
  static of(stored: StoredGraph): ReferenceGraph {
    const nodes = new Map<string, ReferenceNode>();
    for (const { label, properties: p } of stored.nodes) {
      const type = label.toUpperCase() as Kind;
      if (!kinds.includes(type)) continue;
      nodes.set(p.id as string, {
        id: p.id as string,
        type,
        label: (type === 'WORK' ? (p.titleText ?? p.title) : p.name) as string,
        weight: (type === 'WORK' ? p.citationCount : p.worksCount) as number,
        year: type === 'WORK' ? ((p.year as number | undefined) ?? null) : null,
      });
    }
    const worksOf = (person: string, topic: string) =>
      stored.edges
        .filter(({ type, from }) => type === 'AUTHORED' && from === person)
        .map(({ to }) => to)
        .filter((work) => stored.edges.some((e) => e.type === 'ABOUT' && e.from === work && e.to === topic));
    const yearsOf = ({ type, from, to, properties: p }: StoredGraph['edges'][number]) => {
      const orOpen = (year: unknown) => (year as number | undefined) ?? null;
      if (type === 'COAUTHOR') return [orOpen(p.firstYear), orOpen(p.lastYear)] as const;
      if (type === 'AFFILIATED') return [orOpen(p.fromYear), orOpen(p.toYear)] as const;
      return type === 'RESEARCHES'
        ? span(worksOf(from, to).map((id) => nodes.get(id)?.year ?? null))
        : ([null, null] as const);
    };
    const counted = ['COAUTHOR', 'RESEARCHES', 'ACTIVE_IN', 'PARTNER'];
    const edges = stored.edges.map((edge): ReferenceEdge => {
      const { type, from: source, to: target, properties: p } = edge;
      const weight = counted.includes(type) ? p.works : type === 'ABOUT' ? p.score : 1;
      return {
        id: `${type}:${source}:${target}`,
        type,
        source,
        target,
        weight: weight as number,
        sources: (p.sources as string | undefined)?.split(' ') ?? ['derived'],
        works: (p.works as number | undefined) ?? 0,
        years: yearsOf(edge),
        position: (p.position as number | undefined) ?? 0,
      };
    });
    return new ReferenceGraph(nodes, edges);
  }

  /** What is drawn of some nodes and the edges among them. */
  among(ids: readonly string[], filter: ReferenceFilter = {}) {
    const known = new Set(ids);
    return [...known]
      .flatMap((id) => (this.#edgesOf.get(id) ?? []).filter(({ source }) => source === id))
      .filter(({ target }) => known.has(target))
      .filter((edge) => keepsEdge(edge, filter))
      .sort((a, b) => byCodePoint(a.id, b.id))
      .map(({ works: _works, years: _years, position: _position, ...edge }) => edge);
  }

  /** Neighbours of a kind that the filter keeps, in the order that they have around the node. */
  around(center: string, kind: Kind, filter: ReferenceFilter): ReferenceNode[] {
    const found = new Map<string, { node: ReferenceNode; rank: readonly number[] }>();
    for (const edge of this.#edgesOf.get(center) ?? []) {
      if (!keepsEdge(edge, filter)) continue;
      const node = this.nodes.get(edge.source === center ? edge.target : edge.source) as ReferenceNode;
      if (node.type !== kind || !keepsNode(node, filter)) continue;
      found.set(node.id, { node, rank: rankOf(node, edge) });
    }
    return [...found.values()]
      .sort((a, b) => {
        const at = a.rank.findIndex((value, place) => value !== b.rank[place]);
        return at === -1 ? byCodePoint(a.node.id, b.node.id) : (b.rank[at] as number) - (a.rank[at] as number);
      })
      .map(({ node }) => node);
  }

  slice(center: string, depth: number, limits: ReferenceLimits, filter: ReferenceFilter = {}) {
    const start = this.nodes.get(center);
    if (!start) return null;
    const distances = new Map([[center, 0]]);
    const taken: ReferenceNode[] = [start];
    let ring = [start];
    for (let distance = 1; distance <= depth; distance++) {
      const next = kinds.flatMap((kind) => {
        const room = limits[limitOf[kind]] - taken.filter(({ id, type }) => id !== center && type === kind).length;
        return this.#bestOf(ring, kind, room, distances, filter);
      });
      for (const { id } of next) distances.set(id, distance);
      taken.push(...next);
      ring = next;
    }
    const ordered = [start, ...kinds.flatMap((kind) => taken.slice(1).filter(({ type }) => type === kind))];
    return {
      center: { id: center },
      nodes: ordered.map((node) => ({ ...node, distance: distances.get(node.id) })),
      edges: this.among([...distances.keys()], filter),
      totals: Object.fromEntries(kinds.map((kind) => [limitOf[kind], this.around(center, kind, filter).length])),
    };
  }

  #bestOf(
    ring: readonly ReferenceNode[],
    kind: Kind,
    room: number,
    seen: ReadonlyMap<string, number>,
    filter: ReferenceFilter,
  ) {
    const named = ring.map(({ id }) =>
      this.around(id, kind, filter)
        .filter((node) => !seen.has(node.id))
        .slice(0, room),
    );
    const times = (id: string) => named.filter((list) => list.some((node) => node.id === id)).length;
    const best = (id: string) =>
      Math.min(...named.map((list) => list.findIndex((node) => node.id === id)).filter((place) => place >= 0));
    return [...new Set(named.flat())]
      .sort((a, b) => times(b.id) - times(a.id) || best(a.id) - best(b.id) || byCodePoint(a.id, b.id))
      .slice(0, room);
  }

  /** Of all shortest sequences of ids from one node to another the smallest; null where there is none. */
  path(
    from: string,
    to: string,
    maxLength: number,
    edgeTypes: readonly string[],
    minWorks = 1,
    since: number | null = null,
  ) {
    if (!this.nodes.has(from) || !this.nodes.has(to)) return null;
    const usable = this.edges
      .filter(({ type }) => edgeTypes.includes(type))
      .filter(({ type, works }) => type !== 'COAUTHOR' || works >= minWorks)
      .filter(({ type, years }) => type !== 'COAUTHOR' || since === null || (years[1] !== null && years[1] >= since));
    let paths = [[from]];
    const seen = new Set([from]);
    for (let length = 0; length <= maxLength && paths.length > 0; length++) {
      const arrived = paths.filter((path) => path.at(-1) === to);
      if (arrived.length > 0) return arrived.sort(bySequence)[0] ?? null;
      const longer = paths.flatMap((path) =>
        usable.flatMap(({ source, target }) => {
          const next = source === path.at(-1) ? target : target === path.at(-1) ? source : null;
          return next === null || seen.has(next) ? [] : [[...path, next]];
        }),
      );
      for (const path of longer) seen.add(path.at(-1) as string);
      paths = longer;
    }
    return null;
  }
}

function bySequence(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((id, place) => id !== b[place]);
  return at === -1 ? 0 : byCodePoint(a[at] as string, b[at] as string);
}

function rankOf(node: ReferenceNode, edge: ReferenceEdge): readonly number[] {
  if (node.type === 'WORK') return [node.weight, node.year ?? 0];
  if (edge.type === 'AUTHORED') return [-edge.position];
  if (edge.type === 'ABOUT') return [edge.weight];
  if (edge.type === 'COAUTHOR') return [edge.works, edge.years[1] ?? 0];
  return [edge.works];
}

function keepsNode({ type, year }: ReferenceNode, { yearFrom, yearTo }: ReferenceFilter): boolean {
  if (type !== 'WORK' || ((yearFrom ?? null) === null && (yearTo ?? null) === null)) return true;
  return year !== null && year >= (yearFrom ?? year) && year <= (yearTo ?? year);
}

function keepsEdge(edge: ReferenceEdge, { yearFrom, yearTo, minWorks, edgeTypes }: ReferenceFilter): boolean {
  if (edgeTypes && !edgeTypes.includes(edge.type)) return false;
  if (edge.type === 'COAUTHOR' && edge.works < (minWorks ?? 1)) return false;
  const [first, last] = edge.years;
  return (last === null || last >= (yearFrom ?? last)) && (first === null || first <= (yearTo ?? first));
}
