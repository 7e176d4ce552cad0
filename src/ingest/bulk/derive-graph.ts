import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { GraphRecord } from '../records.js';
import { type GraphFacts, withGraphTables } from './graph-tables.js';
import { type EdgeType, edgeViews, listProperties, type NodeLabel, nodeViews } from './graph-views.js';
import { RecordWriter } from './record-writer.js';
import { LIST_SEPARATOR } from './rows.js';

/** Properties as a driver gives them: whole numbers as numbers, absent ones not there. */
export type Properties = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An edge with the ids of its ends. */
export interface DerivedEdge {
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** A whole graph, in no order. */
export interface DerivedGraph {
  readonly nodes: Readonly<Record<NodeLabel, readonly Properties[]>>;
  readonly edges: Readonly<Record<EdgeType, readonly DerivedEdge[]>>;
}

type Row = Record<string, string | number | bigint | boolean | null>;

/**
 * The graph that a bulk import of these records stores, from the very tables that its CSV is written from.
 * Holds everything in memory: for tests and small graphs.
 */
export async function deriveGraph(records: readonly GraphRecord[], facts: GraphFacts): Promise<DerivedGraph> {
  const folder = await mkdtemp(join(tmpdir(), 'research-graph-'));
  try {
    const writer = new RecordWriter(folder, 0);
    records.forEach((record, sequence) => {
      writer.write(sequence, record);
    });
    return await withGraphTables(folder, writer.close(), facts, readGraph);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readGraph(connection: DuckDBConnection): Promise<DerivedGraph> {
  const ids = new Map<unknown, string>();
  const nodes = {} as Record<NodeLabel, Properties[]>;
  for (const [label, view] of Object.entries(nodeViews) as [NodeLabel, string][]) {
    const rows = await rowsOf(connection, view);
    for (const row of rows) ids.set(row._node, String(row.id));
    nodes[label] = rows.map(propertiesOf);
  }
  const edges = {} as Record<EdgeType, DerivedEdge[]>;
  for (const [type, view] of Object.entries(edgeViews) as [EdgeType, string][])
    edges[type] = (await rowsOf(connection, view)).map((row) => ({
      from: ids.get(row._from) as string,
      to: ids.get(row._to) as string,
      properties: propertiesOf(row),
    }));
  return { nodes, edges };
}

async function rowsOf(connection: DuckDBConnection, view: string): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(`FROM ${view}`)).getRowObjects() as Row[];
}

function propertiesOf(row: Row): Properties {
  const properties: Record<string, Properties[string]> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value === null || name.startsWith('_')) continue;
    if (listProperties.has(name)) properties[name] = String(value).split(LIST_SEPARATOR);
    else properties[name] = typeof value === 'bigint' ? Number(value) : value;
  }
  return properties;
}
