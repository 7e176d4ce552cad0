import { Database } from '../../src/core/database.js';
import { applySchema } from '../../src/core/graph-schema.js';
import { loadStatements, type Statement } from '../../src/core/queries.js';
import { projectPath } from '../../src/project.js';

export type Row = Readonly<Record<string, unknown>>;

/** A database of the test's own server, where any text can be run beside the project's statements. */
export interface TestDatabase {
  readonly database: Database;
  query(text: string, params?: Row): Promise<Row[]>;
  /** Gives a statement of the test's own its text. */
  define(file: string, text: string): void;
}

export interface StoredEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Row;
}
export interface StoredGraph {
  readonly nodes: readonly { readonly label: string; readonly properties: Row }[];
  readonly edges: readonly StoredEdge[];
}

const WIPE = 'MATCH (n) DETACH DELETE n';

/** Opens the Neo4j that `global-setup` started, or another one. The caller closes it. */
export async function openTestDatabase(
  uri = process.env.TEST_NEO4J_URI,
  password = process.env.TEST_NEO4J_PASSWORD,
): Promise<TestDatabase> {
  if (uri === undefined || password === undefined)
    throw new Error('TEST_NEO4J_URI and TEST_NEO4J_PASSWORD are not set');
  const texts = new Map(loadStatements(projectPath('cypher')));
  const options = { uri, user: 'neo4j', password, database: 'neo4j', statementTimeout: 30_000 };
  const database = new Database(options, texts);
  const own: Statement<Row, Row> = { file: 'test.query', mode: 'write' };
  const query = (text: string, params: Row = {}): Promise<Row[]> => {
    texts.set(own.file, text);
    return database.execute(own, params);
  };
  return { database, query, define: (file, text) => void texts.set(file, text) };
}

/** Empties the graph and applies the schema to it. */
export async function wipe({ database, query }: TestDatabase, maxAuthors = 100): Promise<void> {
  await query(WIPE);
  await applySchema(database, { maxAuthors });
}

/** Everything that is stored, in no order. */
export async function readGraph({ query }: TestDatabase): Promise<StoredGraph> {
  const nodes = await query('MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS properties');
  const edges = await query(
    'MATCH (a)-[e]->(b) RETURN type(e) AS type, a.id AS from, b.id AS to, properties(e) AS properties',
  );
  return { nodes, edges } as unknown as StoredGraph;
}
