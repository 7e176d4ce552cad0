import { findInputs } from '../../src/ingest/files.js';
import { readRecords } from '../../src/ingest/read-records.js';
import { recogniseFiles } from '../../src/ingest/recognise.js';
import type { GraphRecord, Reject } from '../../src/ingest/records.js';

const refuse = ({ source, line, reason }: Reject): never => {
  throw new Error(`${source}, ${line}: ${reason}`);
};

/** The records of OpenAlex's files, in the order in which an import reads them. */
export async function* openAlexRecords(
  paths: readonly string[],
  onReject: (reject: Reject) => void = refuse,
): AsyncGenerator<GraphRecord> {
  const files = await recogniseFiles(await findInputs(paths), 'openalex');
  for await (const { records } of readRecords(files, { onReject })) yield* records as readonly GraphRecord[];
}
