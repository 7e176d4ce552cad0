import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { edgeViews, listProperties, nodeViews } from './graph-views.js';
import { LIST_SEPARATOR } from './rows.js';

/** Cannot occur in a stored text, so that quotes and apostrophes are text like any other. */
const QUOTE = '\u0002';

/** The default of neo4j-admin. */
const LEAST_READ_BUFFER = 4 << 20;

const codePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

const TYPES: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  BOOLEAN: 'boolean',
  INTEGER: 'long',
  BIGINT: 'long',
  DOUBLE: 'double',
};
const NUMBERS_OF_NODES: Readonly<Record<string, string>> = { _node: ':ID', _from: ':START_ID', _to: ':END_ID' };

function headerField(name: string, type: string): string {
  const node = NUMBERS_OF_NODES[name];
  if (node !== undefined) return node;
  const stored = TYPES[type];
  if (stored === undefined) throw new Error(`neo4j-admin has no type for the ${type} ${name}`);
  return `${name}:${stored}${listProperties.has(name) ? '[]' : ''}`;
}

/**
 * Writes the graph as CSV for neo4j-admin into a folder that exists.
 * @returns the number of rows that were written, by view
 */
export async function writeCsv(connection: DuckDBConnection, folder: string): Promise<ReadonlyMap<string, number>> {
  const rows = new Map<string, number>();
  for (const view of [...Object.values(nodeViews), ...Object.values(edgeViews)]) {
    const columns = (await connection.runAndReadAll(`DESCRIBE ${view}`)).getRowObjects();
    const header = columns.map((column) => headerField(String(column.column_name), String(column.column_type)));
    await writeFile(join(folder, `${view}.header.csv`), `${header.join('\t')}\n`);
    const path = join(folder, `${view}.csv`).replaceAll("'", "''");
    const { rowsChanged } = await connection.run(
      `COPY (FROM ${view}) TO '${path}' (FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '${QUOTE}', ESCAPE '${QUOTE}')`,
    );
    rows.set(view, rowsChanged);
  }
  return rows;
}

/**
 * The arguments of neo4j-admin that fill the database from the CSV in `folder`; '' for the current folder.
 * @param longestRow of all intermediate files, in bytes: no field is longer
 */
export function adminArguments(folder: string, database: string, longestRow: number): readonly string[] {
  const files = (view: string) => `${join(folder, `${view}.header.csv`)},${join(folder, `${view}.csv`)}`;
  return [
    'database',
    'import',
    'full',
    database,
    '--overwrite-destination',
    '--id-type=actual',
    '--delimiter=TAB',
    `--array-delimiter=${codePoint(LIST_SEPARATOR)}`,
    `--quote=${codePoint(QUOTE)}`,
    `--read-buffer-size=${Math.max(LEAST_READ_BUFFER, longestRow)}`,
    `--report-file=${join(folder, 'import.report')}`,
    ...Object.entries(nodeViews).map(([label, view]) => `--nodes=${label}=${files(view)}`),
    ...Object.entries(edgeViews).map(([type, view]) => `--relationships=${type}=${files(view)}`),
  ];
}
