import type { Database } from '../core/database.js';
import { read } from '../core/queries.js';

/** How far the graph has come. */
export interface ImportState {
  /** Null where the graph was never written to. */
  readonly version: number | null;
  readonly sources: readonly { readonly name: string; readonly records: number }[];
  /** Since when an import writes, in RFC 3339; null where none is heard of. */
  readonly importingSince: string | null;
}

const statement = read<Record<string, never>, ImportState>('graph.import-state');

/** Reads how far the graph has come; null where the database does not say. Never fails. */
export const readImportState = async (database: Database): Promise<ImportState | null> =>
  (await database.read(statement, {}).catch(() => []))[0] ?? null;
