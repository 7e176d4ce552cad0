import type { InputFile } from '../files.js';
import { readLines } from '../lines.js';
import type { RecordKind, Reject } from '../records.js';
import type { ImportSummary } from '../summary.js';
import { BatchNormaliser, type BatchResult, type Normaliser } from './batch-normaliser.js';
import { batchLines } from './line-batch.js';
import { ThreadedNormaliser } from './threaded-normaliser.js';

/** Batches that may wait for each thread. */
const WAITING = 3;

/** What is told while files are read. */
export interface ReadingListeners {
  /** Told of every line that is no record, in the order of reading. */
  readonly onReject: (reject: Reject, kind: RecordKind | null) => void;
  /** Told how many bytes of a file, as it lies on the disk, were read. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * Translates all files to intermediate files in `folder`, and counts what was read and rejected in `summary`.
 * @param threads how many translate side by side; 0 translates in the calling thread
 * @returns the length of the longest row, in bytes at most
 */
export async function normaliseInputs(
  inputs: readonly InputFile[],
  folder: string,
  threads: number,
  summary: ImportSummary,
  listeners: ReadingListeners,
): Promise<number> {
  const normalisers: readonly Normaliser[] =
    threads === 0
      ? [new BatchNormaliser(folder, 0)]
      : Array.from({ length: threads }, (_, writer) => new ThreadedNormaliser(folder, writer));
  try {
    await readInputs(inputs, normalisers, summary, listeners);
    return Math.max(...(await Promise.all(normalisers.map((normaliser) => normaliser.close()))));
  } catch (error) {
    await Promise.allSettled(normalisers.map((normaliser) => normaliser.close()));
    throw error;
  }
}

async function readInputs(
  inputs: readonly InputFile[],
  normalisers: readonly Normaliser[],
  summary: ImportSummary,
  { onReject, onBytes }: ReadingListeners,
): Promise<void> {
  const running: { readonly source: string; readonly result: Promise<BatchResult> }[] = [];
  // Results are taken in the order of reading, and reading waits for the oldest: that bounds what is under way.
  const takeOldest = async (): Promise<void> => {
    const oldest = running.shift();
    if (oldest !== undefined) count(await oldest.result, oldest.source, summary, onReject);
  };
  let sequence = 0;
  for (const input of inputs) {
    for await (const batch of batchLines(readLines(input, onBytes), sequence)) {
      if (running.length >= normalisers.length * WAITING) await takeOldest();
      const result = leastLoaded(normalisers).take(batch);
      // A failure is met when its turn comes; until then it must not count as unhandled.
      result.catch(() => {});
      running.push({ source: input.path, result });
      sequence = batch.sequence + batch.lines.length;
    }
  }
  while (running.length > 0) await takeOldest();
}

const leastLoaded = (normalisers: readonly Normaliser[]): Normaliser =>
  normalisers.reduce((least, normaliser) => (normaliser.load < least.load ? normaliser : least));

function count(
  result: BatchResult,
  source: string,
  summary: ImportSummary,
  onReject: ReadingListeners['onReject'],
): void {
  for (const [kind, read] of Object.entries(result.read) as [RecordKind, number][]) summary.kinds[kind].read += read;
  for (const { line, reason, kind } of result.rejects) {
    if (kind === null) summary.unrecognised++;
    else {
      summary.kinds[kind].read++;
      summary.kinds[kind].rejected++;
    }
    onReject({ source, line, reason }, kind);
  }
  summary.namesWithoutId += result.namesWithoutId;
}
