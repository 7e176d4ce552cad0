import { realpath } from 'node:fs/promises';
import { UserFacingError } from '../core/errors.js';
import { findInputs, type InputFile } from './files.js';
import { readRecords } from './openalex/records.js';
import { verifyInputs } from './openalex/verify.js';
import type { GraphRecord, RecordKind, Reject } from './records.js';
import { RejectsFile } from './rejects.js';
import { emptySummary, type ImportSummary } from './summary.js';

/** What is to be imported, and how. */
export interface ImportOptions {
  readonly paths: readonly string[];
  /** The name stated on nodes and edges. */
  readonly source: string;
  readonly mode: 'auto' | 'bulk' | 'online';
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
  /** Writes records into the graph while it is in use. Its summary need not count what was not read. */
  readonly online: (records: AsyncIterable<readonly GraphRecord[]>, source: string) => Promise<ImportSummary>;
  /** Replaces the graph by that of the files; it reads them itself and counts rejects and names too. */
  readonly bulk: (options: {
    readonly inputs: readonly InputFile[];
    readonly source: string;
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
  const inputs = await findInputs(options.paths);
  await refuseInput(options.rejects, inputs);
  const mode = options.dryRun ? 'dry-run' : await chooseMode(options, environment);
  await verifyInputs(inputs, { wholly: mode === 'online' });
  onStart?.(
    inputs.reduce((sum, { bytes }) => sum + bytes, 0),
    mode,
  );

  const rejects = new RejectsFile(options.rejects);
  const onReject = (reject: Reject, kind: RecordKind | null): void => rejects.add(reject, kind);
  try {
    const summary =
      mode === 'bulk'
        ? await environment.bulk({ inputs, source: options.source, keepCsv: options.csv, onReject, onBytes })
        : await importRecords(
            inputs,
            (records) => (mode === 'online' ? environment.online(records, options.source) : countRecords(records)),
            { onReject, onBytes },
          );
    summary.seconds = (performance.now() - started) / 1_000;
    return { summary, rejects: rejects.count > 0 ? rejects.path : null };
  } finally {
    rejects.close();
  }
}

async function chooseMode({ mode, csv }: ImportOptions, { state }: ImportEnvironment): Promise<'bulk' | 'online'> {
  if (csv !== undefined && mode === 'online') throw new UserFacingError('--csv goes with --mode bulk alone.');
  if (mode !== 'auto') return mode;
  if (csv !== undefined) return 'bulk';
  const { embedded, running, empty } = await state();
  return embedded && !running && empty ? 'bulk' : 'online';
}

/** Hands the records of all files to `write`, and adds to its summary what it could not see. */
async function importRecords(
  inputs: readonly InputFile[],
  write: (records: AsyncIterable<readonly GraphRecord[]>) => Promise<ImportSummary>,
  { onReject, onBytes }: Parameters<typeof readRecords>[1],
): Promise<ImportSummary> {
  const counts = new Map<RecordKind | null, number>();
  let namesWithoutId = 0;
  async function* counted(): AsyncGenerator<readonly GraphRecord[]> {
    const read = readRecords(inputs, {
      onBytes,
      onReject: (reject, kind) => {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        onReject(reject, kind);
      },
    });
    for await (const records of read) {
      for (const record of records) if (record.kind === 'work') namesWithoutId += record.namesWithoutId;
      yield records;
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

async function countRecords(records: AsyncIterable<readonly GraphRecord[]>): Promise<ImportSummary> {
  const summary = emptySummary('dry-run');
  for await (const batch of records) for (const { kind } of batch) summary.kinds[kind].read++;
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
