import type { Row } from './graph.js';
import { type Load, wrongOf } from './load.js';

const STORED = `
  MATCH (a:Account)
  RETURN [(a)-[:FOLLOWS]->(r) | r.id] AS follows, COUNT { MATCH (:AuditEntry {accountId: a.id}) } AS deeds`;

const told = (rows: readonly { readonly follows: Iterable<string>; readonly deeds: number }[]): readonly string[] =>
  rows.map(({ follows, deeds }) => `${deeds} deeds, follows ${[...follows].sort().join(' ')}`).sort();

/**
 * What was acknowledged and is not there, or is there though nobody asked for it, after a load has ended; and the
 * answers that must not be. Both are empty where all is well.
 */
export async function amissAfter(load: Load, query: (text: string) => Promise<Row[]>) {
  await load.stop();
  const stored = told((await query(STORED)) as unknown as { follows: string[]; deeds: number }[]);
  const acknowledged = told(load.followers);
  return {
    wrong: wrongOf(load.told),
    lost: acknowledged.filter((line) => !stored.includes(line)),
    unasked: stored.filter((line) => !acknowledged.includes(line)),
  };
}

/** What `amissAfter` says where all is well. */
export const NOTHING_AMISS = { wrong: [], lost: [], unasked: [] } as const;
