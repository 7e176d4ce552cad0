import { linkColours, paintLinks } from './links.js';
import type { Scene } from './scene.js';
import type { GraphEdge } from './types.js';

const isOf = ({ source, target }: GraphEdge, id: string | null): boolean => source === id || target === id;

/** The links of a view on two canvases: those of a node that is dragged on one of their own, so that the others can stay. */
export class LinkLayer {
  readonly canvases = [document.createElement('canvas'), document.createElement('canvas')] as const;

  constructor() {
    for (const canvas of this.canvases) canvas.setAttribute('aria-hidden', 'true');
  }

  /** Takes the size of what is drawn, at the screen's own sharpness. */
  resize(width: number, height: number): void {
    for (const canvas of this.canvases) {
      canvas.width = Math.round(width * this.#sharpness);
      canvas.height = Math.round(height * this.#sharpness);
    }
  }

  draw(scene: Scene): void {
    const { dragged, edges } = scene;
    this.#paint(0, dragged === null ? scene : { ...scene, edges: edges.filter((edge) => !isOf(edge, dragged)) });
    // Where nothing is dragged there is nothing to lay over the other.
    this.canvases[1].hidden = dragged === null;
    if (dragged !== null) this.drawDragged(scene);
  }

  /** Draws the links of the dragged node alone: all others are where they were. */
  drawDragged(scene: Scene): void {
    const { dragged, edges } = scene;
    this.#paint(1, { ...scene, edges: edges.filter((edge) => isOf(edge, dragged)) });
  }

  #paint(which: 0 | 1, scene: Scene): void {
    const canvas = this.canvases[which];
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(this.#sharpness, 0, 0, this.#sharpness, 0, 0);
    context.clearRect(0, 0, scene.width, scene.height);
    paintLinks(context, scene, linkColours(canvas));
  }

  get #sharpness(): number {
    return devicePixelRatio || 1;
  }
}
