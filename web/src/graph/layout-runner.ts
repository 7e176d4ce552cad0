import type { LayoutRequest, LayoutStep } from './layout.js';
import type { GraphEdge, PlacedNode } from './types.js';

/** How far from its neighbour a newcomer starts. */
const BESIDE = 24;
/** An angle that never repeats, so that newcomers spread evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** On what occasion a layout is made. */
interface Occasion {
  readonly center: string;
  /** Whether the graph was there before, around the same centre. */
  readonly grown: boolean;
  /** Whether there is more room in height than in width. */
  readonly upright: boolean;
}

/** Makes layouts in a worker, the latest alone, and puts them into the nodes. */
export class LayoutRunner {
  readonly #worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  readonly #onStep: (settled: boolean) => void;
  #nodes: readonly PlacedNode[] = [];
  #run = 0;

  constructor(onStep: (settled: boolean) => void) {
    this.#onStep = onStep;
    this.#worker.onmessage = ({ data }: MessageEvent<LayoutStep>) => this.#take(data);
  }

  /** Begins a layout. Where a graph has `grown`, those who have a place keep it. */
  run(nodes: ReadonlyMap<string, PlacedNode>, edges: readonly GraphEdge[], { center, grown, upright }: Occasion): void {
    this.#nodes = [...nodes.values()];
    const settledIds = new Set(this.#nodes.filter(({ x }) => !Number.isNaN(x)).map(({ id }) => id));
    placeNewcomers(nodes, edges, settledIds);
    const request: LayoutRequest = {
      run: ++this.#run,
      center,
      upright,
      nodes: this.#nodes.map(({ id, radius, x, y, pinned }) => ({
        id,
        radius,
        fixed: pinned || (grown && settledIds.has(id)),
        ...(Number.isNaN(x) ? {} : { x, y }),
      })),
      edges: edges.map(({ source, target, type }) => ({ source, target, type })),
      steps: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    };
    this.#worker.postMessage(request);
  }

  end(): void {
    this.#worker.terminate();
  }

  #take({ run, positions, settled }: LayoutStep): void {
    if (run !== this.#run) return;
    this.#nodes.forEach((node, at) => {
      if (node.pinned) return;
      node.x = positions[at * 2] ?? 0;
      node.y = positions[at * 2 + 1] ?? 0;
    });
    this.#onStep(settled);
  }
}

/** Newcomers start beside whom they came from, else beside a neighbour in place; the layout spreads the others. */
function placeNewcomers(
  nodes: ReadonlyMap<string, PlacedNode>,
  edges: readonly GraphEdge[],
  settled: ReadonlySet<string>,
): void {
  let turn = 0;
  const put = (newcomer: PlacedNode, from: PlacedNode) => {
    newcomer.x = from.x + Math.cos(turn * GOLDEN) * BESIDE;
    newcomer.y = from.y + Math.sin(turn++ * GOLDEN) * BESIDE;
  };
  for (const node of nodes.values()) {
    const from = node.from === undefined ? undefined : nodes.get(node.from);
    if (from && settled.has(from.id) && Number.isNaN(node.x)) put(node, from);
  }
  for (const { source, target } of edges) {
    for (const [here, there] of [
      [source, target],
      [target, source],
    ] as const) {
      const [from, newcomer] = [nodes.get(here), nodes.get(there)];
      if (!from || !newcomer || !settled.has(here) || !Number.isNaN(newcomer.x)) continue;
      put(newcomer, from);
    }
  }
}
