import { readBytes } from './bytes.js';
import type { ReadPlace } from './formats.js';
import { readLines } from './lines.js';
import { isRejected } from './openalex/normalise.js';
import { partitionOf } from './partitions.js';
import type { RecordFile } from './recognise.js';
import type { RecordBatch, RecordKind, Reject, SourceRecord } from './records.js';

/** What to do beside the records. */
export interface ReadOptions {
  /** Told of every line that is no record; `kind` is what it would have been, as far as that can be told. */
  readonly onReject: (reject: Reject, kind: RecordKind | null) => void;
  /** Told how many bytes of a file, as it lies on the disk, were read. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** All records of all files, in batches as they come, and which files of a snapshot end where. Throws UserFacingError where a file is damaged. */
export async function* readRecords(
  files: readonly RecordFile[],
  { onReject, onBytes }: ReadOptions,
): AsyncGenerator<RecordBatch> {
  for (const file of files) {
    const { source } = file.format;
    for await (const batch of readPlaces(file, onBytes)) {
      const records: SourceRecord[] = [];
      for (const { line, result } of batch)
        if (isRejected(result)) onReject({ source: file.path, line, reason: result.reason }, result.kind);
        else records.push(result);
      if (records.length > 0) yield { source, records };
    }
    const partition = source === 'openalex' ? partitionOf(file) : null;
    if (partition !== null) yield { source, records: [], completes: { key: partition.key, bytes: partition.bytes } };
  }
}

async function* readPlaces(file: RecordFile, onBytes: ReadOptions['onBytes']): AsyncGenerator<readonly ReadPlace[]> {
  const { format, shape } = file;
  if (shape === 'xml' && format.readXml !== null) yield* format.readXml(readBytes(file, onBytes));
  else if (shape === 'csv' && format.readCsv !== null) yield* format.readCsv(readBytes(file, onBytes));
  else
    for await (const batch of readLines(file, onBytes))
      yield batch.map((line) => ({ line: line.line, result: format.readLine(line) }));
}
