import type { Transaction } from '../../core/database.js';
import type { DerivedChanges } from './derived-changes.js';
import type { RecordCounts } from './record-counts.js';
import type { Touched } from './touched.js';

/** What a chunk is written with: its transaction, and what is gathered on the way and written last. */
export interface Writing {
  readonly transaction: Transaction;
  /** The source that is read. */
  readonly source: string;
  /** The moment of the change. */
  readonly now: string;
  readonly touched: Touched;
  readonly derived: DerivedChanges;
  readonly counts: RecordCounts;
}
