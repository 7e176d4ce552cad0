import { Changes } from '../../graph/changes.log.js';
import type { NodeType } from '../../graph/node.type.js';
import type { RecordKind } from '../records.js';
import type { StatedKind } from './nodes.js';

const typeOf = (kind: RecordKind): `${NodeType}` => kind.toUpperCase() as Uppercase<RecordKind>;

/** Gathers whose figures must be counted again, and who changed otherwise than in figures. */
export class Touched {
  /** What is logged, and nothing else gets a new `updatedAt`. */
  readonly changes = new Changes();
  readonly #figures: Readonly<Record<StatedKind, Set<string>>> = {
    researcher: new Set(),
    institution: new Set(),
    topic: new Set(),
  };

  #any = false;

  /** Whether anything was written. */
  get any(): boolean {
    return this.#any;
  }

  /** Something of which nobody is told: our own notes about a node. */
  note(): void {
    this.#any = true;
  }

  /** A node that is new. */
  create(kind: RecordKind, id: string): void {
    this.note();
    this.changes.add('CREATED', typeOf(kind), id);
    if (kind !== 'work') this.#figures[kind].add(id);
  }

  /** A node whose own fields or source edges change. */
  update(kind: RecordKind, id: string): void {
    this.note();
    this.changes.add('UPDATED', typeOf(kind), id);
  }

  /** A node that is about to go; what else happens to it counts for less. */
  remove(kind: RecordKind, id: string, happened: 'MERGED' | 'DELETED'): void {
    this.note();
    this.changes.add(happened, typeOf(kind), id);
  }

  /** A researcher whose record was split. */
  split(id: string): void {
    this.note();
    this.changes.add('SPLIT', 'RESEARCHER', id);
  }

  /**
   * A node whose edges are looked at.
   * @param changed whether one of its source edges changes
   */
  edges(kind: StatedKind, id: string, changed: boolean): void {
    this.#figures[kind].add(id);
    if (changed) this.update(kind, id);
  }

  /** Nodes of a kind that came or changed otherwise than in figures. */
  changed(kind: RecordKind): string[] {
    return this.changes.ids(typeOf(kind), ['CREATED', 'UPDATED']);
  }

  /** Those whose figures must be counted again. */
  ids(kind: StatedKind): string[] {
    return [...this.#figures[kind]];
  }
}
