import { type LayoutNode, type LayoutRequest, type LayoutStep, simulate } from './layout.js';

/** Shown first when the rough shape is there; then as often as a screen shows anything. */
const BEFORE_FIRST = 40;
const FRAME = 16;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<LayoutRequest>) => void;
  postMessage(step: LayoutStep, transfer: Transferable[]): void;
};
let latest = 0;

scope.onmessage = async ({ data: request }) => {
  latest = request.run;
  const simulation = simulate(request);
  const nodes = simulation.nodes();
  for (let tick = 0, shown = performance.now(); simulation.alpha() >= simulation.alphaMin(); tick++) {
    simulation.tick();
    // Steps between two frames are not shown, so that the layout takes no longer for being watched.
    if (!request.steps || tick < BEFORE_FIRST || performance.now() - shown < FRAME) continue;
    post(request.run, nodes, false);
    // Lets a newer request in.
    await new Promise((resolve) => setTimeout(resolve));
    if (latest !== request.run) return;
    shown = performance.now();
  }
  post(request.run, nodes, true);
};

function post(run: number, nodes: readonly LayoutNode[], settled: boolean): void {
  const positions = new Float32Array(nodes.length * 2);
  nodes.forEach(({ x = 0, y = 0 }, at) => {
    positions[at * 2] = x;
    positions[at * 2 + 1] = y;
  });
  scope.postMessage({ run, positions, settled }, [positions.buffer]);
}
