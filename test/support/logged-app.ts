import type { Config } from '../../src/config.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { createLog } from '../../src/observe/log.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from './app.js';
import { openTestDatabase, type TestDatabase } from './graph.js';

/** A line of the log. */
export type Entry = Readonly<Record<string, unknown>>;

/** A server over a graph of two works by two people, all of whose log is kept. */
export interface LoggedApp extends TestApp {
  readonly database: TestDatabase;
  /** Everything that was logged, as text. */
  readonly log: string;
  /** The entries of a request, when it has ended. */
  logged(requestId: string | null): Promise<readonly Entry[]>;
  /** Puts what no import would write into the graph, so that reading it fails. */
  spoil(): Promise<void>;
}

/** Starts one; it logs all that there is to log. */
export async function startLoggedApp(overrides: Partial<Config> = {}): Promise<LoggedApp> {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  const app = await startTestApp(overrides, log);
  const database = await openTestDatabase();
  const works = [
    work({ id: 'W1', by: ['A1', 'A2'], about: ['T1'] }),
    work({ id: 'W2', by: ['A1', 'A3'], about: ['T1'] }),
  ];
  await importOnline(database.database, inBatches(works), { maxAuthors: 100 });
  const entriesOf = (id: string | null): readonly Entry[] =>
    lines.map((line) => JSON.parse(line) as Entry).filter(({ requestId }) => requestId === id);
  return {
    ...app,
    database,
    get log() {
      return lines.join('');
    },
    async logged(id: string | null) {
      while (!entriesOf(id).some(({ msg }) => msg === 'A request was answered'))
        await new Promise((resolve) => setTimeout(resolve, 5));
      return entriesOf(id);
    },
    async spoil() {
      await database.query("MATCH (r:Researcher {id: 'A1'}) SET r.worksCount = 'secret of bolt://db'");
      await database.query("MATCH (m:Meta {id: 'graph'}) SET m.version = ['secret']");
    },
    async close() {
      await app.close();
      await database.database.close();
    },
  };
}
