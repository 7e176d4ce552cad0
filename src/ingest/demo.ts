import type { Database } from '../core/database.js';
import { read } from '../core/queries.js';
import { projectPath } from '../project.js';
import { findInputs } from './files.js';
import { importOnline, type OnlineBatch } from './online/import-online.js';
import { readRecords } from './read-records.js';
import { recogniseFiles } from './recognise.js';
import type { Reject } from './records.js';
import type { ImportSummary } from './summary.js';

const emptyGraph = read<Record<string, never>, { empty: boolean }>('ingest.is-empty');

/** Whether the graph holds no researcher, work, topic or institution. */
export const isGraphEmpty = async (database: Database): Promise<boolean> =>
  (await database.read(emptyGraph, {}))[0]?.empty ?? false;

/** The source's name that the demo graph's nodes and edges state. */
export const DEMO_SOURCE = 'demo';

/** Imports the demo graph where the graph holds nothing yet; null where it does. */
export async function loadDemoWhereEmpty(database: Database, maxAuthors: number): Promise<ImportSummary | null> {
  if (!(await isGraphEmpty(database))) return null;
  return importOnline(database, readDemo(), { maxAuthors });
}

/** The demo graph's records. */
export async function* readDemo(): AsyncGenerator<OnlineBatch> {
  const files = await recogniseFiles(await findInputs([projectPath('demo', 'graph.jsonl')]), 'openalex');
  for await (const { records } of readRecords(files, { onReject: refuse })) yield { source: DEMO_SOURCE, records };
}

function refuse({ line, reason }: Reject): never {
  throw new Error(`The demo graph's line ${line} cannot be read: ${reason}`);
}
