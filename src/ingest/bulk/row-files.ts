import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Table, tables } from './rows.js';

const FLUSH_LENGTH = 1 << 18;

interface OpenFile {
  readonly descriptor: number;
  pending: string;
}

/**
 * One writer's intermediate files, `<table>.<writer>.tsv`: all of them exist, also where they stay empty.
 * Writes are synchronous, since a writer has a thread of its own and nothing else to do meanwhile.
 */
export class RowFiles {
  readonly #files: ReadonlyMap<Table, OpenFile>;

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
    if (file.pending.length > FLUSH_LENGTH) this.#flush(file);
  }

  close(): void {
    for (const file of this.#files.values()) {
      this.#flush(file);
      closeSync(file.descriptor);
    }
  }

  #flush(file: OpenFile): void {
    const bytes = Buffer.from(file.pending);
    file.pending = '';
    for (let written = 0; written < bytes.length; ) written += writeSync(file.descriptor, bytes, written);
  }
}
