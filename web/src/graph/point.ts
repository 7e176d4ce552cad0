/** A place in the layout; the centre is at 0, 0. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
