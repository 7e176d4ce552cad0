import type { Database } from '../core/database.js';
import { type ImportState, readImportState } from '../graph/import-state.js';
import type { Metrics } from './metrics.js';

/** How long one look into the graph serves, in milliseconds: a scrape asks for all of its figures at once. */
const FRESH = 1_000;

/** Adds the figures that the database and the graph give when somebody asks. */
export function addGraphFigures(metrics: Metrics, database: Database): void {
  const load = 'Reads and write transactions that hold a connection, and those that wait for their turn';
  metrics.gauge('database_work', load, () => ({ ...database.load }), 'state');

  let asked: { readonly at: number; readonly state: Promise<ImportState | null> } | null = null;
  const state = (): Promise<ImportState | null> => {
    if (asked === null || performance.now() - asked.at > FRESH)
      asked = { at: performance.now(), state: readImportState(database) };
    return asked.state;
  };
  metrics.gauge('database_up', 'Whether the database answers', async () => Number((await state()) !== null));
  metrics.gauge('graph_version', 'Version of the graph; each transaction that changes it adds one', async () => {
    const version = (await state())?.version;
    return version == null ? {} : Number(version);
  });
  const records = 'Records read of each source: it grows while an import writes';
  metrics.gauge('source_records', records, async () => recordsBySource(await state()), 'source');
  metrics.gauge('import_seconds', 'How long the import under way has been writing; 0 where none is', async () => {
    const since = (await state())?.importingSince;
    return since == null ? 0 : Math.max(0, Date.now() - Date.parse(since)) / 1_000;
  });
}

const recordsBySource = (state: ImportState | null): Readonly<Record<string, number>> =>
  Object.fromEntries((state?.sources ?? []).map(({ name, records }) => [name, records]));
