import { checkGraph } from '../../src/ingest/check.js';
import type { SourceRecord } from '../../src/ingest/records.js';
import { startTestApp, type TestApp } from './app.js';
import { readGraph, type StoredGraph } from './graph.js';
import { type ImportedGraph, useImportedGraph } from './imports.js';

/** A served graph into which tests read records and what became of ids. */
export interface FormerIds extends ImportedGraph {
  /** What `resolve` says of ids: state and targets. */
  resolve(...ids: string[]): Promise<[string, ...string[]][]>;
  /** The id of the node that `node` leads to; null where it leads to none. */
  nodeOf(id: string): Promise<string | null>;
  /** What happened, as `changes` tells it, while something was imported: ids by kind of change. */
  changesOf(records: readonly SourceRecord[]): Promise<Record<string, string[]>>;
  /** Edges of a type as `from to`. */
  pairs(type: string): Promise<string[]>;
  /** Nodes and edges without moments and log, by name. */
  contents(): Promise<Record<string, unknown>>;
}

/** Opens graph and server; after each test every derived figure must be right. */
export function useFormerIds(): () => FormerIds {
  const graph = useImportedGraph();
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterEach(async () => {
    expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });
  });
  afterAll(async () => app.close());
  const ask = async (text: string, variables: object) => (await app.query(text, variables)).data;
  return () => ({
    ...graph(),
    resolve: async (...ids) =>
      (await ask('query ($ids: [ID!]!) { resolve(ids: $ids) { state targets { id } } }', { ids })).resolve.map(
        ({ state, targets }: { state: string; targets: { id: string }[] }) => [state, ...targets.map(({ id }) => id)],
      ),
    nodeOf: async (id) => (await ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node?.id ?? null,
    changesOf: async (records) => {
      const after = (await ask('{ graph { changesCursor } }', {})).graph.changesCursor;
      await graph().load(records);
      const text = 'query ($after: String) { changes(after: $after, first: 100) { edges { node { kind nodeId } } } }';
      const happened: Record<string, string[]> = {};
      for (const { node } of (await ask(text, { after })).changes.edges) {
        happened[node.kind] ??= [];
        happened[node.kind]?.push(node.nodeId);
      }
      for (const ids of Object.values(happened)) ids.sort();
      return happened;
    },
    pairs: async (type) => (await graph().edges(type)).map(({ from, to }) => `${from} ${to}`).sort(),
    contents: async () => named(await readGraph(graph())),
  });
}

const passing = new Set(['updatedAt', 'arrivedAt', 'lastImportAt', 'at']);

function named({ nodes, edges }: StoredGraph): Record<string, unknown> {
  const lasting = (properties: object) =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => !passing.has(name)));
  return Object.fromEntries([
    ...nodes
      .filter(({ label }) => label !== 'Meta' && label !== 'Change')
      .map(({ label, properties }) => [`${label} ${properties.id ?? properties.name}`, lasting(properties)]),
    ...edges.map(({ type, from, to, properties }) => [`${type} ${from} ${to}`, lasting(properties)]),
  ]);
}
