import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Table, tables } from './rows.js';

const FLUSH_LENGTH = 1 << 18;
/** Of a UTF-16 unit in UTF-8. */
const MAX_BYTES_OF_UNIT = 3;

interface OpenFile {
  readonly descriptor: number;
  pending: string;
}

/**
 * One writer's intermediate files, `<table>.<writer>.tsv`: all of them exist, also where they stay empty.
 * Writes are synchronous, since a writer has a thread of its own and nothing else to do meanwhile.
 */
export class RowFiles {
  #longestRow = 0;
  readonly #files: Map<Table, OpenFile>;

  constructor(folder: string, writer: number) {
    this.#files = new Map(
      tables.map((table) => [
        table,
        { descriptor: openSync(join(folder, `${table}.${writer}.tsv`), 'w', 0o600), pending: '' },
      ]),
    );
  }

  add(table: Table, row: string): void {
    const file = this.#files.get(table) as OpenFile;
    file.pending += row;
    if (row.length > this.#longestRow) this.#longestRow = row.length;
    if (file.pending.length > FLUSH_LENGTH) this.#flush(file);
  }

  /** May be called again. Gives the length of the longest row, in bytes at most. */
  close(): number {
    for (const file of this.#files.values()) {
      this.#flush(file);
      closeSync(file.descriptor);
    }
    this.#files.clear();
    return this.#longestRow * MAX_BYTES_OF_UNIT;
  }

  #flush(file: OpenFile): void {
    const bytes = Buffer.from(file.pending);
    file.pending = '';
    for (let written = 0; written < bytes.length; ) written += writeSync(file.descriptor, bytes, written);
  }
}
