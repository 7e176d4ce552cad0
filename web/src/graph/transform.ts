import type { Point } from './point.js';

/** From places of the layout to pixels of the view: enlarged `k` times, then moved. */
export class Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;

  constructor(x = 0, y = 0, k = 1) {
    this.x = x;
    this.y = y;
    this.k = k;
  }

  applyX(x: number): number {
    return x * this.k + this.x;
  }

  applyY(y: number): number {
    return y * this.k + this.y;
  }

  /** Moved by so many pixels. */
  movedBy(dx: number, dy: number): Transform {
    return new Transform(this.x + dx, this.y + dy, this.k);
  }

  /** Enlarged to `k` times in all, around a pixel that keeps what it shows. */
  scaledTo(k: number, around: Point): Transform {
    const factor = k / this.k;
    return new Transform(around.x + (this.x - around.x) * factor, around.y + (this.y - around.y) * factor, k);
  }
}
