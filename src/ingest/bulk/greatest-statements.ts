import { compareCodePoints } from '../code-points.js';
import type { Statement } from '../records.js';
import { type RowSink, statementRow, type Table } from './rows.js';

const MAX_KEPT = 50_000;

/** Writes the greatest statement of each id, not all: an author states the same in every work. Holds a bounded number. */
export class GreatestStatements {
  readonly #kept = new Map<Table, Map<string, string>>();
  #size = 0;

  constructor(private readonly add: RowSink) {}

  take(table: Table, statement: Statement): void {
    let greatest = this.#kept.get(table);
    if (greatest === undefined) {
      greatest = new Map();
      this.#kept.set(table, greatest);
    }
    const known = greatest.get(statement.id);
    if (known === undefined) {
      if (this.#size >= MAX_KEPT) this.flush();
      this.#size++;
    } else if (compareCodePoints(statement.stated, known) <= 0) return;
    greatest.set(statement.id, statement.stated);
  }

  flush(): void {
    for (const [table, greatest] of this.#kept) {
      for (const [id, stated] of greatest) this.add(table, statementRow({ id, stated }));
      greatest.clear();
    }
    this.#size = 0;
  }
}
