import { isRejected, normaliseOpenAlex } from '../openalex/normalise.js';
import type { RecordKind, Reject } from '../records.js';
import { type LineBatch, unpackLines } from './line-batch.js';
import { RecordWriter } from './record-writer.js';

/** What became of a batch. */
export interface BatchResult {
  readonly read: Partial<Record<RecordKind, number>>;
  readonly rejects: readonly (Omit<Reject, 'source'> & { readonly kind: RecordKind | null })[];
  readonly namesWithoutId: number;
}

/** Translates lines and writes their rows, here or in a thread of its own. */
export interface Normaliser {
  /** Batches that it was given and has not answered. */
  readonly load: number;
  take(batch: LineBatch): Promise<BatchResult>;
  /** Completes the files. Gives the length of the longest row, in bytes at most. */
  close(): Promise<number>;
}

/** Translates lines in the thread that calls it. */
export class BatchNormaliser implements Normaliser {
  readonly load = 0;
  readonly #writer: RecordWriter;

  constructor(folder: string, writer: number) {
    this.#writer = new RecordWriter(folder, writer);
  }

  async take(batch: LineBatch): Promise<BatchResult> {
    const read: BatchResult['read'] = {};
    const rejects: BatchResult['rejects'][number][] = [];
    let namesWithoutId = 0;
    let sequence = batch.sequence;
    for (const line of unpackLines(batch)) {
      const result = normaliseOpenAlex(line);
      if (isRejected(result)) rejects.push({ line: line.line, ...result });
      else {
        read[result.kind] = (read[result.kind] ?? 0) + 1;
        if (result.kind === 'work') namesWithoutId += result.namesWithoutId;
        this.#writer.write(sequence, result);
      }
      sequence++;
    }
    return { read, rejects, namesWithoutId };
  }

  async close(): Promise<number> {
    return this.#writer.close();
  }
}
