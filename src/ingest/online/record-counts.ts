import type { RecordCount, StoredRecord } from './statements.js';

/** Counts how many nodes more have a record and are stated by each source. */
export class RecordCounts {
  readonly #records: Map<string, number>;

  /** @param source the one that is read: it is counted also where it brings nothing new */
  constructor(source: string) {
    this.#records = new Map([[source, 0]]);
  }

  /**
   * A node that has a record now. Its first record makes it count for all who stated it before.
   * @param stored what the graph held of it
   * @param sources names of all sources that state it now
   */
  add(stored: StoredRecord | undefined, sources: string): void {
    const counted = stored?.hash ? stored.sources.split(' ') : [];
    for (const source of sources.split(' ')) if (!counted.includes(source)) this.#add(source, 1);
  }

  /** A node with a record that is about to go. */
  remove(sources = ''): void {
    for (const source of sources.split(' ')) if (source !== '') this.#add(source, -1);
  }

  #add(source: string, records: number): void {
    this.#records.set(source, (this.#records.get(source) ?? 0) + records);
  }

  rows(): RecordCount[] {
    return [...this.#records].map(([source, records]) => ({ source, records }));
  }
}
