import { compareCodePoints } from '../code-points.js';
import type { GraphRecord } from '../records.js';
import type { KindSummary } from '../summary.js';
import type { StoredRecord } from './statements.js';

/** What decides between two records of one id, be they read or stored. */
export type Rival = Pick<StoredRecord, 'sourceUpdatedAt' | 'hash' | 'notImported' | 'unknown'>;

const age = ({ sourceUpdatedAt }: Rival): string => sourceUpdatedAt ?? '';
const gaps = ({ notImported, unknown }: Rival): number => (notImported?.length ?? 0) + (unknown?.length ?? 0);

/** Whether a record takes the place of another of its id: a total order, so that the order of reading does not matter. */
export function beats(record: Rival, known: Rival): boolean {
  if (age(record) !== age(known)) return age(record) > age(known);
  if (gaps(record) !== gaps(known)) return gaps(record) < gaps(known);
  return compareCodePoints(record.hash ?? '', known.hash ?? '') > 0;
}

/** Fingerprint of a record that was read under a former id of its node: any record of the id itself takes its place. */
export const FORMER_HASH = 'former';

/**
 * Of each id the record that wins over the others and over what the graph holds: the one that its source dates
 * later, of two of one date the one that leaves fewer fields open, else the one with the greater hash. A record that
 * the graph holds already does not occur in the answer.
 */
export function newestOf<R extends GraphRecord>(
  records: readonly R[],
  stored: ReadonlyMap<string, StoredRecord>,
): ReadonlyMap<string, R> {
  const newest = new Map<string, R>();
  for (const record of records) {
    const known = newest.get(record.id);
    if (known === undefined || beats(record, known)) newest.set(record.id, record);
  }
  for (const [id, record] of newest) {
    const known = stored.get(id);
    const isOwn = known !== undefined && known.hash !== null && known.hash !== FORMER_HASH;
    if (isOwn && !beats(record, known)) newest.delete(id);
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
