import { realpath } from 'node:fs/promises';
import { UserFacingError } from '../core/errors.js';
import { requireIntact } from './bytes.js';
import { findInputs, type InputFile } from './files.js';
import { nothingLeftAside } from './left-aside.js';
import { readUntilSettled } from './merged-lists.js';
import { filesToRead, noteOf } from './partitions.js';
import { type ReadOptions, readRecords } from './read-records.js';
import { type RecordFile, recogniseFiles } from './recognise.js';
import type { ImportedFile, RecordBatch, RecordKind, Reject, SourceName } from './records.js';
import { RejectsFile } from './rejects.js';
import { addCounts, addSplitWorks, countedAs, emptySummary, type ImportSummary } from './summary.js';

/** What is to be imported, and how. */
export interface ImportOptions {
  readonly paths: readonly string[];
  /** What the files hold: `auto` finds out for each. */
  readonly format: 'auto' | SourceName;
  readonly mode: 'auto' | 'bulk' | 'online';
  /** Reads also the files of a snapshot that the graph holds already. */
  readonly again: boolean;
  /** Reads and counts, writes nothing but the rejects file. */
  readonly dryRun: boolean;
  /** Where the rejects file goes, if there is a reject. */
  readonly rejects: string;
  /** Folder that a bulk import leaves its CSV in, for the operator of a database that is not ours. */
  readonly csv?: string | undefined;
}

/** Told how an import goes. */
export interface ImportListeners {
  /** Once, before the first byte: the size of all files on the disk. */
  readonly onStart?: (bytes: number, mode: ImportSummary['mode']) => void;
  readonly onBytes?: (bytes: number) => void;
}

/** The graph that is imported into. */
export interface ImportEnvironment {
  /** What decides between bulk and online. */
  readonly state: () => Promise<{ readonly embedded: boolean; readonly running: boolean; readonly empty: boolean }>;
  /**
   * The files of snapshots that the graph holds already. Without `start` only a graph that is running is asked, and
   * nothing is written into it: none is known of another one.
   */
  readonly importedFiles: (options: { readonly start: boolean }) => Promise<readonly ImportedFile[]>;
  /** Writes records into the graph while it is in use. Its summary need not count what was not read. */
  readonly online: (batches: AsyncIterable<RecordBatch>) => Promise<ImportSummary>;
  /** Replaces the graph by that of OpenAlex's files; it reads them itself and counts rejects and names too. */
  readonly bulk: (options: {
    readonly inputs: readonly InputFile[];
    readonly keepCsv: string | undefined;
    readonly onReject: (reject: Reject, kind: RecordKind | null) => void;
    readonly onBytes: ((bytes: number) => void) | undefined;
  }) => Promise<ImportSummary>;
}

/** What an import did. */
export interface ImportResult {
  readonly summary: ImportSummary;
  /** Null where no line was rejected. */
  readonly rejects: string | null;
}

/**
 * Imports files. Looks at all of them before anything is written, so that a file of another kind, or a damaged one,
 * leaves the graph as it was. Throws UserFacingError for those.
 */
export async function runImport(
  options: ImportOptions,
  environment: ImportEnvironment,
  { onStart, onBytes }: ImportListeners = {},
): Promise<ImportResult> {
  const started = performance.now();
  const leftAside = nothingLeftAside();
  const inputs = await findInputs(options.paths, leftAside);
  await refuseInput(options.rejects, inputs);
  const found = await recogniseFiles(inputs, options.format, leftAside);
  const mode = await chooseMode(options, found, environment);
  const files = filesToRead(found, await knownFiles(found, mode, options, environment));
  const lists = files.filter(({ shape }) => shape === 'csv');
  if (options.csv !== undefined && lists[0] !== undefined)
    throw new UserFacingError(
      `${lists[0].path} is a list of merged ids, which needs the graph: import it once that of the CSV is running.`,
    );
  for (const file of mode === 'online' ? files : mode === 'bulk' ? lists : []) await requireIntact(file);
  onStart?.(
    files.reduce((sum, { bytes }) => sum + bytes, 0),
    mode,
  );

  const rejects = new RejectsFile(options.rejects);
  const onReject = (reject: Reject, kind: RecordKind | null): void => rejects.add(reject, kind);
  try {
    const listeners = { onReject, onBytes };
    const online = (some: readonly RecordFile[], told: ReadOptions, passedOver = 0): Promise<ImportSummary> =>
      importRecords(
        { files: some, passedOver },
        (batches) => (mode === 'dry-run' ? countRecords(batches) : environment.online(batches)),
        told,
      );
    const add = ({ kinds, unrecognised, namesWithoutId, splitWorks, moreSplitWorks }: ImportSummary): void => {
      addCounts(summary, kinds);
      summary.unrecognised += unrecognised;
      summary.namesWithoutId += namesWithoutId;
      addSplitWorks(summary, splitWorks, moreSplitWorks);
    };
    const others = files.filter(({ format }) => format.source !== 'openalex');
    const records = files.filter((file) => !lists.includes(file) && !others.includes(file));
    const passedOver = found.length - files.length;
    const summary =
      mode === 'bulk'
        ? await environment.bulk({ inputs: records, keepCsv: options.csv, ...listeners })
        : { ...emptySummary(mode), passedOver };
    if (mode !== 'bulk' && (records.length > 0 || passedOver > 0)) add(await online(records, listeners, passedOver));
    if (lists.length > 0) {
      add(await readUntilSettled(({ first }) => online(lists, first ? listeners : { onReject: () => undefined })));
      if (mode !== 'dry-run') await environment.online(notesOf(lists));
    }
    if (others.length > 0) add(await online(others, listeners));
    summary.leftAside = leftAside;
    summary.seconds = (performance.now() - started) / 1_000;
    return { summary, rejects: rejects.count > 0 ? rejects.path : null };
  } finally {
    rejects.close();
  }
}

/** Bulk is for an empty graph of our own, and for OpenAlex alone: only its records need nothing that the graph holds. */
async function chooseMode(
  { mode, csv, dryRun }: ImportOptions,
  files: readonly RecordFile[],
  { state }: ImportEnvironment,
): Promise<ImportSummary['mode']> {
  const other = files.find(({ format }) => format.source !== 'openalex');
  if (csv !== undefined && mode === 'online') throw new UserFacingError('--csv goes with --mode bulk alone.');
  if (other !== undefined && (mode === 'bulk' || csv !== undefined))
    throw new UserFacingError(
      `A bulk import reads OpenAlex alone, and ${other.path} holds records of ${other.format.title}: use --mode online.`,
    );
  if (dryRun) return 'dry-run';
  if (mode !== 'auto') return mode;
  if (csv !== undefined) return 'bulk';
  if (other !== undefined) return 'online';
  // There is nothing to store in bulk.
  if (files.every(({ shape }) => shape === 'csv')) return 'online';
  const { embedded, running, empty } = await state();
  return embedded && !running && empty ? 'bulk' : 'online';
}

/** What need not be read again; a bulk import replaces the graph, and so reads everything. */
async function knownFiles(
  files: readonly RecordFile[],
  mode: ImportSummary['mode'],
  { again }: ImportOptions,
  { importedFiles }: ImportEnvironment,
): Promise<readonly ImportedFile[]> {
  if (again || mode === 'bulk' || files.every((file) => noteOf(file) === null)) return [];
  return importedFiles({ start: mode === 'online' });
}

/** That lists were read, and say nothing new. */
async function* notesOf(lists: readonly RecordFile[]): AsyncGenerator<RecordBatch> {
  for (const list of lists) {
    const completes = noteOf(list);
    if (completes !== null) yield { source: list.format.source, records: [], completes };
  }
}

/** Hands the records of all files to `write`, and adds to its summary what it could not see. */
async function importRecords(
  { files, passedOver }: { readonly files: readonly RecordFile[]; readonly passedOver: number },
  write: (batches: AsyncIterable<RecordBatch>) => Promise<ImportSummary>,
  { onReject, onBytes }: ReadOptions,
): Promise<ImportSummary> {
  const counts = new Map<RecordKind | null, number>();
  let namesWithoutId = 0;
  async function* counted(): AsyncGenerator<RecordBatch> {
    // Who finds nothing new is up to date, too.
    if (passedOver > 0) yield { source: 'openalex', records: [] };
    const read = readRecords(files, {
      onBytes,
      onReject: (reject, kind) => {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        onReject(reject, kind);
      },
    });
    for await (const batch of read) {
      for (const record of batch.records) if (record.kind === 'work') namesWithoutId += record.namesWithoutId;
      yield batch;
    }
  }
  const summary = await write(counted());
  for (const [kind, count] of counts) {
    if (kind === null) summary.unrecognised += count;
    else {
      summary.kinds[kind].read += count;
      summary.kinds[kind].rejected += count;
    }
  }
  summary.namesWithoutId = namesWithoutId;
  return summary;
}

async function countRecords(batches: AsyncIterable<RecordBatch>): Promise<ImportSummary> {
  const summary = emptySummary('dry-run');
  for await (const { records } of batches) for (const record of records) summary.kinds[countedAs(record)].read++;
  return summary;
}

async function refuseInput(path: string, inputs: readonly InputFile[]): Promise<void> {
  const target = await realpath(path).catch(() => null);
  for (const input of inputs)
    if (target === (await realpath(input.path)))
      throw new UserFacingError(
        `${path} is to be imported: the rejects would overwrite it. Name another file with --rejects.`,
      );
}
