import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';
import { UserFacingError } from './core/errors.js';
import { importFailure } from './import-failure.js';
import { importBulk } from './ingest/bulk/import-bulk.js';
import { isGraphEmpty } from './ingest/demo.js';
import type { ImportEnvironment } from './ingest/import.js';
import { withImportLease } from './ingest/import-lease.js';
import { readManifest } from './ingest/manifest.js';
import { importOnline } from './ingest/online/import-online.js';
import { layoutOf } from './neo4j/layout.js';
import type { ProgressListener } from './neo4j/progress.js';
import { runAdmin } from './neo4j/run-admin.js';
import { embeddedStatus } from './neo4j/running.js';
import { connectGraph, type OpenGraph, openGraph } from './open-graph.js';

/** The configured graph as imports see it; `close` lets go of what was opened. */
export interface OpenImportEnvironment extends ImportEnvironment {
  close(): Promise<void>;
}

const fail = (error: unknown): never => {
  throw importFailure(error);
};

/** Opens the configured graph only when an import needs it, since a bulk import needs it stopped. */
export function importEnvironment(config: Config, onProgress: ProgressListener): OpenImportEnvironment {
  const embedded = config.neo4j === null;
  let opened: OpenGraph | null = null;
  const open = async (): Promise<OpenGraph> => {
    opened ??= await openGraph(config, onProgress).catch(fail);
    return opened;
  };
  const close = async (): Promise<void> => {
    await opened?.close();
    opened = null;
  };
  const isRunning = async () => embedded && (await embeddedStatus(config.home)).state !== 'stopped';
  /** A home that never held a graph is known to be empty without starting its database. */
  const isEmpty = async () =>
    (embedded && !existsSync(join(layoutOf(config.home).data, 'databases', config.database))) ||
    isGraphEmpty((await open()).database).catch(fail);

  return {
    state: async () => {
      const running = !embedded || (await isRunning());
      return { embedded, running, empty: await isEmpty() };
    },
    importedFiles: async ({ start }) => {
      if (start) return readManifest((await open()).database).catch(fail);
      if (embedded && !(await isRunning())) return [];
      const { database, close: disconnect } = await connectGraph(config, onProgress);
      return readManifest(database).catch(fail).finally(disconnect);
    },
    online: async (batches) => {
      const { database } = await open();
      const { maxAuthors, changesKept } = config;
      const write = () => importOnline(database, batches, { maxAuthors, changesKept });
      return withImportLease(database, write).catch(fail);
    },
    bulk: async (options) => {
      if (options.keepCsv === undefined) {
        await requireOurs(embedded, isEmpty);
        await close();
        if (await isRunning())
          throw new UserFacingError(
            'A bulk import needs the embedded Neo4j stopped, and others use it: import with --mode online, or end them and run `research-graph db stop`.',
          );
      }
      const summary = await importBulk({
        ...options,
        source: 'openalex',
        maxAuthors: config.maxAuthors,
        database: config.database,
        workFolder: config.home,
        onStage: (stage) => {
          if (stage !== 'reading') onProgress({ text: stageTexts[stage] });
        },
        runAdmin: (args) => runAdmin(config.home, args, { onProgress, replaces: config.database }),
      }).catch(fail);
      if (options.keepCsv === undefined) {
        onProgress({ text: 'Building the indexes' });
        await open();
      }
      return summary;
    },
    close,
  };
}

const stageTexts = {
  deriving: 'Deriving edges and figures',
  storing: 'Storing the graph',
} as const;

async function requireOurs(embedded: boolean, isEmpty: () => Promise<boolean>): Promise<void> {
  if (!embedded)
    throw new UserFacingError(
      'A bulk import replaces the database, and that of NEO4J_URI is yours: import with --mode online, or with --csv FOLDER and run neo4j-admin yourself.',
    );
  if (!(await isEmpty()))
    throw new UserFacingError(
      'A bulk import fills an empty graph, and this one holds something: use --mode online, or empty it with `research-graph db reset`.',
    );
}
