import type { StatedKind } from './nodes.js';
import type { TouchedRow } from './statements.js';

/** Gathers whose figures must be counted again, and who changed otherwise than in figures. */
export class Touched {
  readonly #changed: Readonly<Record<StatedKind, Map<string, boolean>>> = {
    researcher: new Map(),
    institution: new Map(),
    topic: new Map(),
  };

  /** @param changed whether its own fields or its source edges change */
  add(kind: StatedKind, id: string, changed: boolean): void {
    const known = this.#changed[kind].get(id) ?? false;
    this.#changed[kind].set(id, known || changed);
  }

  ids(kind: StatedKind): string[] {
    return [...this.#changed[kind].keys()];
  }

  rows(kind: StatedKind): TouchedRow[] {
    return [...this.#changed[kind]].map(([id, changed]) => ({ id, changed }));
  }
}
