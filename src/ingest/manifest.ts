import type { Database, Transaction } from '../core/database.js';
import { read, write } from '../core/queries.js';
import type { ImportedFile } from './records.js';

const importedFiles = read<Record<string, never>, ImportedFile>('ingest.imported-files');
const noteFile = write<ImportedFile & { now: string }>('ingest.note-file');
const forget = write<Record<string, never>>('ingest.forget-lists');

/** The files of snapshots that were read to their end into this graph. */
export const readManifest = (database: Database): Promise<readonly ImportedFile[]> => database.read(importedFiles, {});

/** Notes a file as read to its end; in the transaction that writes its last records. */
export async function noteFileRead(transaction: Transaction, file: ImportedFile, now: string): Promise<void> {
  await transaction.run(noteFile, { ...file, now });
}

/** Forgets which lists of merged ids were read: records that are new may name ids of which nothing in the graph knew. */
export function forgetLists(transaction: Transaction): void {
  transaction.send(forget, {});
}
