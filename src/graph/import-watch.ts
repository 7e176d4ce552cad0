import type { Database } from '../core/database.js';
import { read } from '../core/queries.js';

const statement = read<Record<string, never>, { readonly importing: boolean }>('graph.importing');

/** How long one look serves, in milliseconds. */
const FRESH = 1_000;

/** Knows whether an import writes, also one of another process; looks at most once a second, and only while somebody asks. */
export class ImportWatch {
  #importing = false;
  #asked = Number.NEGATIVE_INFINITY;

  constructor(private readonly database: Database) {}

  /** As it was when it was looked at last; false before that, and where the database does not say. */
  get isImporting(): boolean {
    if (performance.now() - this.#asked > FRESH) {
      this.#asked = performance.now();
      void this.#look();
    }
    return this.#importing;
  }

  async #look(): Promise<void> {
    const rows = await this.database.read(statement, {}).catch(() => []);
    this.#importing = rows[0]?.importing ?? false;
  }
}
