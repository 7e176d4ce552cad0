import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import type { RecordKind } from '../records.js';
import type { Properties } from './statements.js';

/** An id that stands for nothing of its own any more. */
export interface Move {
  readonly from: string;
  /** What stands for it now; null where it is gone for good. */
  readonly to: string | null;
  readonly kind: RecordKind;
  /** In words, for those who held the id. */
  readonly reason: string;
  /** The moderator's decision that this follows from; not given where a source said so. */
  readonly curation?: string | undefined;
  /** The date of the source's record that says so, where it has one. */
  readonly date?: string | null | undefined;
}

/** A node of the graph, whole. */
export interface NodeOfId {
  readonly id: string;
  readonly kind: RecordKind;
  readonly properties: Properties & { readonly hash?: string; readonly orcidRecord?: string; readonly sources: string };
}

/** A node that goes. */
export interface Going {
  readonly node: NodeOfId;
  readonly from: string;
  readonly to: string | null;
}

/** What a set of moves comes to. */
export interface MovePlan {
  /** The moves that count: of several of one id the first, none that lead into a circle. */
  readonly moves: readonly Move[];
  /** Where each id leads in the end; null where that is gone. */
  readonly targets: ReadonlyMap<string, string | null>;
  readonly going: readonly Going[];
  /** Of those that go: who goes on under a new id, since nothing stood for that one. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Works that stand for ids that no node has, by such an id. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Those of many ids that stand for a node. */
export const knownIds = read<{ readonly ids: readonly string[] }, { readonly id: string }>('ingest.known-ids');

/** Nodes of any of the four kinds, whole. */
export const nodesOfIds = read<{ readonly ids: readonly string[] }, NodeOfId>('ingest.nodes-of-ids');

/** Finds out what moves come to in the graph as it is. */
export async function planMoves(transaction: Transaction, all: readonly Move[]): Promise<MovePlan> {
  const targets = finalTargets(all);
  const moves = firstOfEach(all).filter(({ from }) => targets.has(from));
  const ids = new Set([...targets.keys(), ...[...targets.values()].filter((id) => id !== null)]);
  const nodes = ids.size === 0 ? [] : await transaction.run(nodesOfIds, { ids: [...ids] });
  const present = new Map(nodes.map((node) => [node.id, node]));
  const going: Going[] = [];
  const renamed = new Map<string, string>();
  const taken = new Set(present.keys());
  for (const [from, to] of targets) {
    const node = present.get(from);
    if (node === undefined) continue;
    going.push({ node, from, to });
    if (to === null || taken.has(to)) continue;
    taken.add(to);
    renamed.set(from, to);
  }
  const aliases = new Map<string, string>();
  for (const { from, kind } of moves) {
    const to = targets.get(from);
    if (kind === 'work' && !present.has(from) && to != null && taken.has(to)) aliases.set(from, to);
  }
  return { moves, targets, going, renamed, aliases };
}

/** Of several things said of one id the first. */
export function firstOfEach<One extends { readonly from: string }>(moves: readonly One[]): One[] {
  const first = new Map<string, One>();
  for (const move of moves) if (!first.has(move.from)) first.set(move.from, move);
  return [...first.values()];
}

/** Where each id leads in the end, also over others that move; a circle leads nowhere and is left out. */
export function finalTargets(moves: readonly Pick<Move, 'from' | 'to'>[]): Map<string, string | null> {
  const next = new Map(firstOfEach(moves).map(({ from, to }) => [from, to]));
  const final = new Map<string, string | null>();
  for (const from of next.keys()) {
    const seen = new Set([from]);
    let to = next.get(from) ?? null;
    while (to !== null && next.has(to) && !seen.has(to)) {
      seen.add(to);
      to = next.get(to) ?? null;
    }
    if (to === null || !seen.has(to)) final.set(from, to);
  }
  return final;
}
