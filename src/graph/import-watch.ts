import { AsyncResource } from 'node:async_hooks';
import type { Database } from '../core/database.js';
import { readImportState } from './import-state.js';

/** How long one look serves, in milliseconds. */
const FRESH = 1_000;

/** Knows whether an import writes, also one of another process; looks at most once a second, and only while somebody asks. */
export class ImportWatch {
  #importing = false;
  #asked = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | null = null;
  /** Looks are nobody's: not of the request that happens to ask. */
  readonly #own = new AsyncResource('ImportWatch');

  constructor(private readonly database: Database) {}

  /** As it was when it was looked at last; false before that. */
  get isImporting(): boolean {
    if (this.#looking === null && performance.now() - this.#asked > FRESH) {
      this.#asked = performance.now();
      this.#looking = this.#own
        .runInAsyncScope(() => this.#look())
        .finally(() => {
          this.#looking = null;
        });
    }
    return this.#importing;
  }

  /** A database that does not say leaves it at what it said. */
  async #look(): Promise<void> {
    const state = await readImportState(this.database);
    if (state) this.#importing = state.importingSince !== null;
  }
}
