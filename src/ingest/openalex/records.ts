import type { InputFile } from '../files.js';
import { readLines } from '../lines.js';
import type { GraphRecord, RecordKind, Reject } from '../records.js';
import { isRejected, normaliseOpenAlex } from './normalise.js';

/** What to do beside the records. */
export interface ReadOptions {
  /** Told of every line that is no record; `kind` is what it would have been, as far as that can be told. */
  readonly onReject: (reject: Reject, kind: RecordKind | null) => void;
  /** Told how many bytes of a file, as it lies on the disk, were read. */
  readonly onBytes?: (bytes: number) => void;
}

/** All records of all files, in batches as they come. Throws UserFacingError where a file is damaged. */
export async function* readRecords(
  inputs: readonly InputFile[],
  { onReject, onBytes }: ReadOptions,
): AsyncGenerator<GraphRecord[]> {
  for (const input of inputs) {
    for await (const batch of readLines(input, onBytes)) {
      const records: GraphRecord[] = [];
      for (const line of batch) {
        const result = normaliseOpenAlex(line);
        if (isRejected(result)) onReject({ source: input.path, line: line.line, reason: result.reason }, result.kind);
        else records.push(result);
      }
      if (records.length > 0) yield records;
    }
  }
}
