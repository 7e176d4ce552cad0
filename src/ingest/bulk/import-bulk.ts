import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { SCHEMA_VERSION } from '../../core/graph-schema.js';
import type { InputFile } from '../files.js';
import { partitionOf } from '../partitions.js';
import { recordKinds } from '../records.js';
import { emptySummary, type ImportSummary } from '../summary.js';
import { adminArguments, writeCsv } from './csv-files.js';
import { requireDiskSpace } from './disk.js';
import { countRecords, withGraphTables } from './graph-tables.js';
import { normaliseInputs, type ReadingListeners } from './normalise-inputs.js';

const MAX_THREADS = 8;

/** What a bulk import is doing. */
export type BulkStage = 'reading' | 'deriving' | 'storing';

export interface BulkOptions extends ReadingListeners {
  readonly inputs: readonly InputFile[];
  /** The name stated on nodes and edges. */
  readonly source: string;
  /** Where the work files go: a folder of their own in it, which is deleted afterwards. */
  readonly workFolder: string;
  /** Works with more names than this count in no joint figure. */
  readonly maxAuthors: number;
  /** Runs neo4j-admin with these arguments; the database is stopped. */
  readonly runAdmin: (args: readonly string[]) => Promise<void>;
  /** The database's name. */
  readonly database?: string | undefined;
  /** Told of each stage as it begins. */
  readonly onStage?: ((stage: BulkStage) => void) | undefined;
  /** Leaves the CSV in this folder for an operator instead of running neo4j-admin. */
  readonly keepCsv?: string | undefined;
  /** How many threads translate; all cores by default, 0 none beside the calling one. */
  readonly threads?: number | undefined;
}

/** What a bulk import did. */
export interface BulkSummary extends ImportSummary {
  /** What the operator has to run, where the CSV was kept; else null. */
  readonly command: string | null;
}

/**
 * Replaces a database by the graph of these files. Works on disk and in bounded memory. Whatever fails, the work files
 * are deleted; the database is touched by the last step alone. Throws UserFacingError for a damaged file, a full disk
 * and where neo4j-admin fails.
 */
export async function importBulk(options: BulkOptions): Promise<BulkSummary> {
  const { inputs, source, maxAuthors, keepCsv, database = 'neo4j', onStage } = options;
  const started = performance.now();
  const now = new Date().toISOString();
  const summary = emptySummary('bulk');
  await mkdir(options.workFolder, { recursive: true });
  await requireDiskSpace(options.workFolder, inputs);
  const folder = await mkdtemp(join(resolve(options.workFolder), 'import-'));
  const rows = join(folder, 'rows');
  const csv = keepCsv === undefined ? join(folder, 'csv') : resolve(keepCsv);
  try {
    await Promise.all([mkdir(rows), mkdir(csv, { recursive: true })]);
    onStage?.('reading');
    const threads = options.threads ?? Math.min(availableParallelism(), MAX_THREADS);
    const longestRow = await normaliseInputs(inputs, rows, threads, summary, options);
    onStage?.('deriving');
    const files = inputs.flatMap((input) => partitionOf(input) ?? []).map(({ key, bytes }) => ({ key, bytes }));
    const facts = { source, maxAuthors, now, schemaVersion: SCHEMA_VERSION, files };
    await withGraphTables(rows, longestRow, facts, async (connection) => {
      await writeCsv(connection, csv);
      const created = await countRecords(connection);
      for (const kind of recordKinds) summary.kinds[kind].created = created[kind];
    });
    await rm(rows, { recursive: true });
    onStage?.('storing');
    if (keepCsv === undefined) await options.runAdmin(adminArguments(csv, database, longestRow));
    const command = keepCsv === undefined ? null : await leaveCommand(csv, adminArguments('', database, longestRow));
    for (const counts of Object.values(summary.kinds))
      counts.unchanged = counts.read - counts.created - counts.rejected;
    summary.seconds = (performance.now() - started) / 1000;
    return { ...summary, command };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ARGUMENTS_FILE = 'neo4j-admin.args';

/** Leaves neo4j-admin's arguments beside the CSV, so that the folder may be moved to the database's machine. */
async function leaveCommand(folder: string, args: readonly string[]): Promise<string> {
  await writeFile(join(folder, ARGUMENTS_FILE), `${args.join('\n')}\n`);
  return `cd '${folder.replaceAll("'", "'\\''")}' && neo4j-admin @${ARGUMENTS_FILE}`;
}
