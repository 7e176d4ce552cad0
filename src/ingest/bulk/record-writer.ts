import type { GraphRecord } from '../records.js';
import { GreatestStatements } from './greatest-statements.js';
import { RowFiles } from './row-files.js';
import { type RowSink, type StatementSink, writeRecord } from './rows.js';

/** Writes records to one set of intermediate files. */
export class RecordWriter {
  readonly #files: RowFiles;
  readonly #statements: GreatestStatements;
  readonly #add: RowSink;
  readonly #state: StatementSink;

  /** @param writer tells its files from those of other writers in the same folder */
  constructor(folder: string, writer: number) {
    this.#files = new RowFiles(folder, writer);
    this.#add = (table, row) => this.#files.add(table, row);
    this.#statements = new GreatestStatements(this.#add);
    this.#state = (table, statement) => this.#statements.take(table, statement);
  }

  /** @param sequence grows in the order of reading */
  write(sequence: number, record: GraphRecord): void {
    writeRecord(sequence, record, this.#add, this.#state);
  }

  /** Completes the files. Gives the length of the longest row, in bytes at most. */
  close(): number {
    this.#statements.flush();
    return this.#files.close();
  }
}
