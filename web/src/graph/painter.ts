import type { LinkLayer } from './link-layer.js';
import type { NodeLayer } from './node-layer.js';
import type { Scene } from './scene.js';

/** Draws a view once for each frame of the screen in which something changed, and of a drag only what moves. */
export class Painter {
  readonly #links: LinkLayer;
  readonly #nodes: NodeLayer;
  readonly #scene: () => Scene;
  /** Whether more than the dragged node has to be drawn. */
  #all = false;
  #frame = 0;
  #dragged: string | null = null;

  constructor(links: LinkLayer, nodes: NodeLayer, scene: () => Scene) {
    this.#links = links;
    this.#nodes = nodes;
    this.#scene = scene;
  }

  /** The node that is dragged just now. */
  get dragged(): string | null {
    return this.#dragged;
  }

  /** Draws everything in the next frame. */
  draw(): void {
    this.#all = true;
    this.#drawSoon();
  }

  /** Draws a node that was dragged on, its links and its label: all else stays as it is. Null once it is dropped. */
  drag(id: string | null): void {
    if (id !== this.#dragged) this.#all = true;
    this.#dragged = id;
    this.#drawSoon();
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
  }

  #drawSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const scene = this.#scene();
      for (const layer of [this.#links, this.#nodes])
        if (this.#all) layer.draw(scene);
        else layer.drawDragged(scene);
      this.#all = false;
    });
  }
}
