import type { Config } from './config.js';
import { Database } from './core/database.js';
import { RefusedError, UserFacingError } from './core/errors.js';
import { applySchema } from './core/graph-schema.js';
import { loadStatements } from './core/queries.js';
import { type EmbeddedServer, startEmbedded } from './neo4j/embedded.js';
import type { ProgressListener } from './neo4j/progress.js';
import { projectPath } from './project.js';

/** A graph ready for use. */
export interface OpenGraph {
  readonly database: Database;
  /** Null where the database is the user's own. */
  readonly embedded: EmbeddedServer | null;
  /** Closes the connection, and leaves the embedded server, which stops it where nobody else uses it. */
  close(): Promise<void>;
}

/** Opens the graph that the configuration names, starting the embedded server where it names none. */
export async function openGraph(config: Config, onProgress?: ProgressListener): Promise<OpenGraph> {
  const graph = await connectGraph(config, onProgress);
  try {
    await applySchema(graph.database, { maxAuthors: config.maxAuthors });
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** As `openGraph`, for who only looks: the schema is as it is, and nothing is written. */
export async function connectGraph(config: Config, onProgress?: ProgressListener): Promise<OpenGraph> {
  const embedded =
    config.neo4j === null ? await startEmbedded({ home: config.home, ...config.embeddedMemory, onProgress }) : null;
  const { uri, user, password } = config.neo4j ?? {
    uri: embedded?.boltUri ?? '',
    user: embedded?.user ?? '',
    password: embedded?.password ?? '',
  };
  const { database: name, statementTimeout } = config;
  const texts = loadStatements(projectPath('cypher'));
  const database = new Database({ uri, user, password, database: name, statementTimeout }, texts);
  const close = async () => {
    await database.close();
    await embedded?.stop();
  };
  try {
    await verify(database, uri);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, embedded, close };
}

async function verify(database: Database, uri: string): Promise<void> {
  try {
    await database.verify();
  } catch (error) {
    if (error instanceof RefusedError)
      throw new UserFacingError(`The Neo4j at ${uri} refuses the login: check NEO4J_USER and NEO4J_PASSWORD.`);
    throw new UserFacingError(
      `No Neo4j answers at ${uri}, or it has no such database: check NEO4J_URI and NEO4J_DATABASE, and that it is running.`,
    );
  }
}
