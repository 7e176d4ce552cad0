import type { Transaction } from '../../core/database.js';
import type { DerivedChanges } from './derived-changes.js';
import { activeIn, coauthors, forgetCoauthors, partners, researches } from './statements.js';

/** Brings derived edges up to date with what was gathered while source edges changed. */
export async function writeDerivedEdges(
  transaction: Transaction,
  derived: DerivedChanges,
  maxAuthors: number,
): Promise<void> {
  const counts = [
    [researches, derived.researches],
    [activeIn, derived.activeIn],
    [partners, derived.partners],
  ] as const;
  for (const [statement, pairs] of counts) {
    const rows = pairs.changes();
    if (rows.length > 0) await transaction.send(statement, { rows });
  }
  const former = derived.formerCoauthors.pairs();
  if (former.length > 0) transaction.send(forgetCoauthors, { rows: former });
  const pairs = derived.coauthors.pairs();
  if (pairs.length > 0) await transaction.send(coauthors, { rows: pairs, maxAuthors });
}
