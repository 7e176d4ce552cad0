import { readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { projectPath } from '../../project.js';
import type { ImportedFile, RecordKind } from '../records.js';

/** What the stored graph says beside the records. */
export interface GraphFacts {
  /** The name stated on nodes and edges. */
  readonly source: string;
  /** Works with more names than this count in no joint figure. */
  readonly maxAuthors: number;
  readonly schemaVersion: number;
  /** The moment of the import, RFC 3339 in UTC. */
  readonly now: string;
  /** The files of a snapshot that were read. */
  readonly files?: readonly ImportedFile[];
}

const STAGES = ['bulk.1-read', 'bulk.2-nodes', 'bulk.3-edges', 'bulk.4-graph'];

/** Rows are read in pieces of this size, larger only where a single row is. */
const LEAST_BUFFER = 8 << 20;

/** DuckDB takes some hundred megabytes beyond its limit: a twelfth of the machine, at most 640 MB. */
const memoryLimit = (): string => `${Math.round(Math.min(Math.max(totalmem() / 12, 256e6), 640e6) / 1e6)}MB`;

/**
 * Joins and derives the graph from intermediate files. The tables live in memory and spill into the folder.
 * `sql/bulk.4-graph.sql` names the views that hold the result.
 * @param longestRow of all intermediate files, in bytes
 */
export async function withGraphTables<Result>(
  folder: string,
  longestRow: number,
  facts: GraphFacts,
  use: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  // Loaded where it is used: a server has no use for its 15 MB.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit(),
    temp_directory: join(folder, 'spill'),
    preserve_insertion_order: 'false',
  });
  try {
    const connection = await instance.connect();
    await connection.run('SET VARIABLE folder = $1', [folder]);
    await connection.run('SET VARIABLE row_buffer = $1::BIGINT', [Math.max(LEAST_BUFFER, longestRow + 1)]);
    await connection.run('SET VARIABLE source = $1', [facts.source]);
    await connection.run('SET VARIABLE now = $1', [facts.now]);
    await connection.run('SET VARIABLE max_authors = $1::BIGINT', [facts.maxAuthors]);
    await connection.run('SET VARIABLE schema_version = $1::BIGINT', [facts.schemaVersion]);
    await connection.run('SET VARIABLE files = $1', [JSON.stringify(facts.files ?? [])]);
    for (const stage of STAGES) await connection.run(await readFile(projectPath('sql', `${stage}.sql`), 'utf8'));
    return await use(connection);
  } finally {
    instance.closeSync();
  }
}

/** How many records of each kind were kept. */
export async function countRecords(connection: DuckDBConnection): Promise<Record<RecordKind, number>> {
  const rows = await connection.runAndReadAll('FROM records_kept');
  return Object.fromEntries(rows.getRowObjects().map(({ kind, records }) => [kind, Number(records)])) as Record<
    RecordKind,
    number
  >;
}
