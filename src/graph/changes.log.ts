import type { Transaction } from '../core/database.js';
import { write } from '../core/queries.js';
import type { NodeType } from './node.type.js';

/** What may happen to a node. */
export type Happening = 'CREATED' | 'UPDATED' | 'DELETED' | 'MERGED' | 'SPLIT';
type Type = `${NodeType}`;

/** Changes of one kind, as one node of the log holds them. */
interface ChangeRow {
  readonly kind: Happening;
  readonly nodeType: Type;
  readonly ids: readonly string[];
  /** How many changes the rows before it hold. */
  readonly offset: number;
}

/** How many changes the log keeps at least where nothing else is set. */
export const CHANGES_KEPT = 1_000_000;
/** The most changes in one node of the log: a page reads whole nodes. */
const MAX_IDS = 1_000;

const logRows = write<{ rows: readonly ChangeRow[]; count: number; now: string }, { held: number }>(
  'graph.log-changes',
);
const trim = write<{ kept: number }>('graph.trim-changes');

/** Gathers what a transaction changes, each node once: a node that is made and then changed was made. */
export class Changes {
  readonly #kinds = new Map<Type, Map<string, Happening>>();

  /** Notes what happens to a node. UPDATED: its own fields or source edges change, not its counters alone. */
  add(kind: Happening, nodeType: Type, id: string): void {
    const nodes = this.#kinds.get(nodeType) ?? new Map<string, Happening>();
    this.#kinds.set(nodeType, nodes);
    if (kind !== 'UPDATED' || !nodes.has(id)) nodes.set(id, kind);
  }

  /** Nodes of a kind to which one of these happened. */
  ids(nodeType: Type, kinds: readonly Happening[]): string[] {
    return [...(this.#kinds.get(nodeType) ?? [])].flatMap(([id, kind]) => (kinds.includes(kind) ? [id] : []));
  }

  /** The changes in the order in which they are logged. */
  rows(): readonly ChangeRow[] {
    const groups = new Map<string, { kind: Happening; nodeType: Type; ids: string[] }[]>();
    for (const [nodeType, nodes] of this.#kinds)
      for (const [id, kind] of nodes) {
        const group = groups.get(`${kind} ${nodeType}`) ?? [];
        groups.set(`${kind} ${nodeType}`, group);
        const last = group.at(-1);
        if (last !== undefined && last.ids.length < MAX_IDS) last.ids.push(id);
        else group.push({ kind, nodeType, ids: [id] });
      }
    let offset = 0;
    return [...groups.values()].flat().map((row) => {
      offset += row.ids.length;
      return { ...row, offset: offset - row.ids.length };
    });
  }
}

/** How changes are logged. */
export interface LogOptions {
  /** The moment of the change: what the changed nodes get as `updatedAt`. */
  readonly now: string;
  /** How many changes to keep at least. */
  readonly kept?: number | undefined;
}

/**
 * Logs changes, dates the changed nodes and raises the graph's version. The last thing that a transaction does: others
 * that write wait from here to its commit, which is why the log's order is that of commits.
 */
export async function logChanges(
  transaction: Transaction,
  changes: Changes,
  { now, kept = CHANGES_KEPT }: LogOptions,
): Promise<void> {
  const rows = changes.rows();
  const count = rows.reduce((sum, { ids }) => sum + ids.length, 0);
  const [log] = await transaction.run(logRows, { rows, count, now });
  if (log !== undefined && log.held > kept) await transaction.run(trim, { kept });
}
