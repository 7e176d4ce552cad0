import type { GraphRecord } from '../records.js';
import type { KindSummary } from '../summary.js';
import type { StoredRecord } from './statements.js';

const age = (record: { readonly sourceUpdatedAt: string | null }): string => record.sourceUpdatedAt ?? '';

/**
 * Of each id the record that wins over the others and over what the graph holds: the one that its source dates
 * later, of two of one date the one read later. A record that the graph holds already does not occur in the answer.
 */
export function newestOf<R extends GraphRecord>(
  records: readonly R[],
  stored: ReadonlyMap<string, StoredRecord>,
): ReadonlyMap<string, R> {
  const newest = new Map<string, R>();
  for (const record of records) {
    const known = newest.get(record.id);
    if (known === undefined || age(record) >= age(known)) newest.set(record.id, record);
  }
  for (const [id, record] of newest) {
    const known = stored.get(id);
    if (known === undefined || known.hash === null) continue;
    if (record.hash === known.hash || age(record) < age(known)) newest.delete(id);
  }
  return newest;
}

/** Counts what became of the records of one kind; those that lost to another of their id are unchanged. */
export function countOutcomes(
  summary: KindSummary,
  read: number,
  newest: ReadonlyMap<string, GraphRecord>,
  stored: ReadonlyMap<string, StoredRecord>,
): void {
  let updated = 0;
  for (const id of newest.keys()) if ((stored.get(id)?.hash ?? null) !== null) updated++;
  summary.read += read;
  summary.created += newest.size - updated;
  summary.updated += updated;
  summary.unchanged += read - newest.size;
}
