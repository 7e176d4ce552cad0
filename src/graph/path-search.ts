import type { Database } from '../core/database.js';
import { TimeoutError } from '../core/errors.js';
import { EdgeType } from './edge-type.js';
import { frontier } from './graph.loaders.js';
import type { NodeType } from './node.type.js';

/** Which edges a path may take. */
export interface PathEdges {
  readonly edgeTypes: readonly EdgeType[];
  /** Joint works of a COAUTHOR edge at least. */
  readonly minWorks: number;
  /** A COAUTHOR edge has a joint work in this year or later. */
  readonly since: number | null;
}

/** What `graph.frontier` takes. */
export interface FrontierParams extends PathEdges {
  readonly ids: readonly string[];
  readonly types: readonly NodeType[];
  /** Only nodes of these ids are wanted, or null for all. */
  readonly among: readonly string[] | null;
  /** Whether `edgeTypes` are all there are: a node's edges are then counted at once. */
  readonly allTypes: boolean;
  readonly most: number;
}

/** What `graph.frontier` returns: one row of lists, which the driver unpacks faster than rows. */
export interface FrontierRow {
  readonly ids: readonly string[];
  readonly types: readonly NodeType[];
  readonly via: readonly number[];
  readonly degrees: readonly number[];
}

/** An end of a path. */
export interface PathNode {
  readonly id: string;
  readonly type: NodeType;
}

/** A node at some distance of where a side started. */
interface Reached extends PathNode {
  /** The place, in the level before, of the node that the best way to this one comes from. */
  readonly via: number;
  /** Its edges of the types that the path may take. */
  readonly degree: number;
}

/** Nodes of one level that are held at once. */
const MOST_NODES = 250_000;
/** How long a search goes on, in milliseconds; the statement under way then has its own timeout. */
const MOST_TIME = 4_000;

const byId = (a: Reached, b: Reached): number => (a.id < b.id ? -1 : 1);

/**
 * One of the two searches that meet. Its levels are in the order of the best ways to their nodes, by the sequence of ids
 * in the direction of the path: on the way out the way so far decides, on the way back the node's own id does.
 */
class Side {
  readonly #levels: Reached[][];
  readonly #seen: Set<string>;

  constructor(
    start: Reached,
    private readonly order: (a: Reached, b: Reached) => number,
  ) {
    this.#levels = [[start]];
    this.#seen = new Set([start.id]);
  }

  get frontier(): readonly Reached[] {
    return this.#levels.at(-1) ?? [];
  }

  /** Edges that the next step looks at. */
  get cost(): number {
    return this.frontier.reduce((sum, { degree }) => sum + degree, 0);
  }

  advance(found: readonly Reached[]): void {
    const level = found.filter(({ id }) => !this.#seen.has(id)).sort(this.order);
    for (const { id } of level) this.#seen.add(id);
    this.#levels.push(level);
  }

  /** The best way from a node of the frontier back to the start. */
  wayBack(place: number): PathNode[] {
    const way: PathNode[] = [];
    let at = place;
    for (const level of [...this.#levels].reverse()) {
      const node = level[at] as Reached;
      way.push({ id: node.id, type: node.type });
      at = node.via;
    }
    return way;
  }
}

/**
 * A shortest path of at most `maxLength` edges between two nodes that differ, the one with the smallest sequence of ids;
 * null where there is none. Two searches grow towards each other, a level at a time, always the one whose next level has
 * fewer edges of the types asked for, so that a hub is not expanded where it need not be. Each step first looks for the other side alone: the
 * last and largest level never leaves the database. At most two statements for each edge of the path.
 * Throws a TimeoutError where it takes too long or holds too much.
 */
export async function searchPath(
  database: Database,
  ends: { readonly from: PathNode & { degree: number }; readonly to: PathNode & { degree: number } },
  maxLength: number,
  edges: PathEdges,
): Promise<PathNode[] | null> {
  const out = new Side({ ...ends.from, via: 0 }, (a, b) => a.via - b.via || byId(a, b));
  const back = new Side({ ...ends.to, via: 0 }, byId);
  const allTypes = Object.values(EdgeType).every((type) => edges.edgeTypes.includes(type));
  const asked = performance.now();

  const step = async (side: Side, among: readonly string[] | null): Promise<Reached[]> => {
    if (performance.now() - asked > MOST_TIME) throw new TimeoutError();
    const ids = side.frontier.map(({ id }) => id);
    const types = side.frontier.map(({ type }) => type);
    const [row] = await database.read(frontier, { ...edges, allTypes, ids, types, among, most: MOST_NODES });
    if (!row || row.ids.length >= MOST_NODES) throw new TimeoutError();
    return toReached(row);
  };

  for (let length = 1; length <= maxLength; length++) {
    const [side, other] = out.cost <= back.cost ? [out, back] : [back, out];
    const met = await step(
      side,
      other.frontier.map(({ id }) => id),
    );
    if (met.length > 0) {
      side.advance(met);
      return join(out, back);
    }
    if (length === maxLength) return null;
    side.advance(await step(side, null));
    if (side.frontier.length === 0) return null;
  }
  return null;
}

const toReached = ({ ids, types, via, degrees }: FrontierRow): Reached[] =>
  ids.map((id, at) => ({
    id,
    type: types[at] as NodeType,
    via: via[at] as number,
    degree: degrees[at] as number,
  }));

/** The path through the best node of the two frontiers: the sequence so far decides, as it ends at that node. */
function join(out: Side, back: Side): PathNode[] {
  const places = new Map(back.frontier.map(({ id }, place) => [id, place]));
  const place = out.frontier.findIndex(({ id }) => places.has(id));
  const meeting = out.frontier[place] as Reached;
  const [, ...rest] = back.wayBack(places.get(meeting.id) as number);
  return [...out.wayBack(place).reverse(), ...rest];
}
