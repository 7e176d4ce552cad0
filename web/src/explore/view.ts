import type { Kind } from '../route.js';

/** Kinds by their names in an address. */
const KINDS: Readonly<Record<string, Kind>> = {
  researchers: 'RESEARCHER',
  works: 'WORK',
  topics: 'TOPIC',
  institutions: 'INSTITUTION',
};
const STANDARD_DEPTH = 2;
/** Most hops that the trail shows. */
const TRAIL = 8;

/** A node that stays where it was put; the centre of the graph is at 0, 0. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** All that an address says of how the graph around a node is looked at. */
export interface View {
  /** Rings around the centre, 1 to 3. */
  readonly depth: number;
  /** Kinds left out. */
  readonly without: readonly Kind[];
  /** First and last year; null where that end is open. */
  readonly years: readonly [number | null, number | null];
  /** Fewest joint works of coauthors. */
  readonly joint: number;
  /** Words that a name must hold. */
  readonly text: string;
  readonly selected: string | null;
  /** Nodes whose neighbours were added, in that order; each time that a node is named adds as many again. */
  readonly opened: readonly string[];
  readonly hidden: readonly string[];
  readonly pinned: readonly Pin[];
  /** The ends of a path; `any` lets it go over works, topics and institutions too. */
  readonly path: { readonly from: string; readonly to: string; readonly any: boolean } | null;
  readonly mode: 'graph' | 'list';
  /** Centres before this one, the latest last. */
  readonly trail: readonly string[];
}

/** Reads an address; what cannot be read is left at its standard. */
export function readView(query: URLSearchParams): View {
  const depth = Number(query.get('depth'));
  const [, first, last] = /^(\d{4})?-(\d{4})?$/.exec(query.get('years') ?? '') ?? [];
  const joint = Number(query.get('joint'));
  const [from, to] = [query.get('from'), query.get('to')];
  return {
    depth: [1, 2, 3].includes(depth) ? depth : STANDARD_DEPTH,
    without: query.getAll('without').flatMap((name) => KINDS[name] ?? []),
    years: inOrder(first ? Number(first) : null, last ? Number(last) : null),
    joint: Number.isInteger(joint) && joint > 1 ? Math.min(joint, 1_000) : 1,
    text: query.get('text') ?? '',
    selected: query.get('at'),
    opened: query.getAll('open'),
    hidden: query.getAll('hide'),
    pinned: query.getAll('pin').flatMap(readPin),
    path: from && to ? { from, to, any: query.has('any') } : null,
    mode: query.get('view') === 'list' ? 'list' : 'graph',
    trail: query.getAll('via').slice(-TRAIL),
  };
}

const inOrder = (first: number | null, last: number | null): View['years'] =>
  first !== null && last !== null && first > last ? [last, first] : [first, last];

function readPin(text: string): readonly Pin[] {
  const [, x, y, id] = /^(-?\d{1,5}),(-?\d{1,5}),(.+)$/.exec(text) ?? [];
  return id === undefined ? [] : [{ id, x: Number(x), y: Number(y) }];
}

/** The view as an address; what is standard is not said. */
export function writeView(view: View): string {
  const query = new URLSearchParams();
  if (view.depth !== STANDARD_DEPTH) query.set('depth', String(view.depth));
  for (const [name, kind] of Object.entries(KINDS)) if (view.without.includes(kind)) query.append('without', name);
  const [first, last] = view.years;
  if (first !== null || last !== null) query.set('years', `${first ?? ''}-${last ?? ''}`);
  if (view.joint > 1) query.set('joint', String(view.joint));
  if (view.text) query.set('text', view.text);
  if (view.selected !== null) query.set('at', view.selected);
  for (const id of view.opened) query.append('open', id);
  for (const id of view.hidden) query.append('hide', id);
  for (const { id, x, y } of view.pinned) query.append('pin', `${Math.round(x)},${Math.round(y)},${id}`);
  if (view.path) {
    query.set('from', view.path.from);
    query.set('to', view.path.to);
    if (view.path.any) query.set('any', '');
  }
  if (view.mode === 'list') query.set('view', 'list');
  for (const id of view.trail) query.append('via', id);
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/');
  return text && `?${text}`;
}

/** The view around another centre: what concerns single nodes goes, the filters stay. */
export const recentred = (view: View, left: string): View => ({
  ...view,
  selected: null,
  opened: [],
  hidden: [],
  pinned: [],
  path: null,
  text: '',
  trail: [...view.trail, left].slice(-TRAIL),
});

/** Whether anything is filtered, which the graph must be asked for as well. */
export const isFiltered = ({ years: [first, last], joint }: View): boolean =>
  first !== null || last !== null || joint > 1;
