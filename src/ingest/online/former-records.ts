import { read } from '../../core/queries.js';
import type { FormerRecord } from '../records.js';
import type { ImportSummary } from '../summary.js';
import { linkEarlierCiters } from './citations.js';
import { findSuccessors } from './former-ids.js';
import { moveNodes } from './moves.js';
import type { Writing } from './writing.js';

const knownIds = read<{ ids: readonly string[] }, { readonly id: string }>('ingest.known-ids');

/**
 * Takes in what a source says became of its ids. Passed over are ids of which neither the one that went nor the one that
 * stands for it is in the graph: a source's list names many millions of those.
 */
export async function retireFormer(
  writing: Writing,
  records: readonly FormerRecord[],
  kinds: ImportSummary['kinds'],
): Promise<void> {
  if (records.length === 0) return;
  const { transaction } = writing;
  const ids = records.flatMap(({ id, target }) => [id, ...(target === null ? [] : [target])]);
  const known = new Set((await transaction.run(knownIds, { ids })).map(({ id }) => id));
  const settled = await findSuccessors(transaction, ids);
  const news = records.filter(
    ({ id, target }) =>
      (known.has(id) || (target !== null && known.has(target))) && !(settled.has(id) && !known.has(id)),
  );
  for (const { of } of records) {
    kinds[of].read++;
    kinds[of].unchanged++;
  }
  for (const { of } of news) {
    kinds[of].unchanged--;
    kinds[of].updated++;
  }
  // Must be asked before works are written; those that cited a work under its former id cite the one that stands for it.
  const absent = news.filter(({ of, id, target }) => of === 'work' && target !== null && !known.has(id));
  await linkEarlierCiters(
    writing,
    absent.map(({ id, target }) => ({ from: id, to: target as string })),
  );
  await moveNodes(
    writing,
    news.map(({ of, id, target, reason }) => ({
      ...{ kind: of, from: id, reason },
      to: target === null ? null : (settled.get(target) ?? target),
    })),
  );
}
