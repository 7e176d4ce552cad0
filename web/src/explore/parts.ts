import type { GraphNode } from '../graph/types.js';
import type { Actions } from './actions.js';
import type { Sifted } from './filtering.js';
import type { Explored } from './use-explored.js';
import type { View } from './view.js';

/** What the parts of the explorer share. */
export interface PartProps {
  /** The centre, as the address names it. */
  readonly id: string;
  readonly graph: Explored;
  readonly view: View;
  readonly actions: Actions;
  readonly sifted: Sifted;
  /** The nodes of the graph by id. */
  readonly known: ReadonlyMap<string, GraphNode>;
  /** The next node on the way to the centre. */
  readonly next: ReadonlyMap<string, string>;
}
