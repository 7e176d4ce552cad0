import { linkColours, paintLinks } from './links.js';
import type { Scene } from './scene.js';

/** The canvas with the links of a view. */
export class LinkLayer {
  readonly canvas = document.createElement('canvas');

  constructor() {
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  /** Takes the size of what is drawn, at the screen's own sharpness. */
  resize(width: number, height: number): void {
    this.canvas.width = Math.round(width * this.#sharpness);
    this.canvas.height = Math.round(height * this.#sharpness);
  }

  draw(scene: Scene): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    context.setTransform(this.#sharpness, 0, 0, this.#sharpness, 0, 0);
    context.clearRect(0, 0, scene.width, scene.height);
    paintLinks(context, scene, linkColours(this.canvas));
  }

  get #sharpness(): number {
    return devicePixelRatio || 1;
  }
}
