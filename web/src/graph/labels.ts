/** A label that wants a place beside its node, in pixels of the screen. */
export interface LabelWish {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  /** Placed over nodes rather than left out. */
  readonly needed?: boolean;
}

/** A label that has one. `x` is where its text begins, ends or has its middle, as `anchor` says. */
export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HEIGHT = 15;
const GAP = 4;
/** Room kept free before and after a text. */
const MARGIN = 4;
/** The corner at the top right, where the buttons for the zoom stand. */
const CORNER = { width: 140, height: 48 };
const LONGEST = 34;

/** A label short enough to stand in a graph. */
export const shortened = (label: string): string =>
  label.length <= LONGEST ? label : `${label.slice(0, LONGEST - 1).trimEnd()}…`;

/**
 * Places labels in the order given, each at the first side of its node where it covers neither another label nor a node.
 * Those without room are left out, but for those that are needed, which stand where they cover the fewest nodes, and the
 * first of all.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  nodes: readonly { readonly id: string; readonly x: number; readonly y: number; readonly radius: number }[],
  { width, height, most }: { readonly width: number; readonly height: number; readonly most: number },
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: Box[] = [{ left: width - CORNER.width, right: width, top: 0, bottom: CORNER.height }];
  const area: Box = { left: 2, right: width - 2, top: 2, bottom: height - 2 };
  const obstacles = nodes.map(({ id, x, y, radius }) => ({ id, box: around(x, y, radius * 0.9) }));
  for (const wish of wishes) {
    if (placed.length >= most) break;
    const sides = sidesOf(wish);
    const clear = sides.filter(({ box }) => within(box, area) && !taken.some((other) => overlap(box, other)));
    const covers = (box: Box) => (other: { readonly id: string; readonly box: Box }) =>
      other.id !== wish.id && overlap(box, other.box);
    const least = () =>
      clear
        .map((side) => ({ side, nodes: obstacles.filter(covers(side.box)).length }))
        .sort((one, other) => one.nodes - other.nodes)[0]?.side;
    const free = clear.find(({ box }) => !obstacles.some(covers(box)));
    const side = free ?? (wish.needed ? least() : undefined) ?? (placed.length === 0 ? sides[2] : undefined);
    if (!side) continue;
    taken.push(side.box);
    placed.push({ id: wish.id, text: wish.text, x: side.x, y: side.y, anchor: side.anchor });
  }
  return placed;
}

function sidesOf({ x, y, radius, width }: LabelWish) {
  const reach = radius + GAP;
  const line = (left: number, middle: number): Box => ({
    left: left - MARGIN,
    right: left + width + MARGIN,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  });
  const below = y + reach + HEIGHT / 2;
  const above = y - reach - HEIGHT / 2;
  const slant = radius * 0.7 + GAP;
  return [
    { anchor: 'start' as const, x: x + reach, y, box: line(x + reach, y) },
    { anchor: 'end' as const, x: x - reach, y, box: line(x - reach - width, y) },
    { anchor: 'middle' as const, x, y: below, box: line(x - width / 2, below) },
    { anchor: 'middle' as const, x, y: above, box: line(x - width / 2, above) },
    { anchor: 'start' as const, x: x + slant, y: y - slant, box: line(x + slant, y - slant) },
    { anchor: 'start' as const, x: x + slant, y: y + slant, box: line(x + slant, y + slant) },
    { anchor: 'end' as const, x: x - slant, y: y - slant, box: line(x - slant - width, y - slant) },
    { anchor: 'end' as const, x: x - slant, y: y + slant, box: line(x - slant - width, y + slant) },
  ];
}

const around = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const within = (box: Box, area: Box): boolean =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
