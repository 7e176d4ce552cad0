import type { Statement } from '../records.js';
import { type RowSink, statementRow, type Table } from './rows.js';

const MAX_KEPT = 50_000;
const SURROGATE = /[\ud800-\udfff]/;

/** Whether `a` comes after `b` by code point, as DuckDB and Neo4j compare; JavaScript compares by UTF-16 unit. */
export function isGreater(a: string, b: string): boolean {
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b)) > 0;
  return a > b;
}

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
    } else if (known === statement.stated || !isGreater(statement.stated, known)) return;
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
