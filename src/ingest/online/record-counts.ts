import type { RecordCount, StoredNode } from './statements.js';

/** Whether a source has a record of the node: of its own, or ORCID's of a researcher. */
export const hasRecord = ({ hash, orcidRecord }: Pick<StoredNode, 'hash' | 'orcidRecord'>): boolean =>
  hash != null || orcidRecord != null;

/** Counts how many nodes more have a record and are stated by each source. */
export class RecordCounts {
  readonly #records: Map<string, number>;

  /** @param source the one that is read, if one is: it is counted also where it brings nothing new */
  constructor(source: string | null) {
    this.#records = new Map(source === null ? [] : [[source, 0]]);
  }

  /**
   * A node that is written. Its first record makes it count for all who stated it before.
   * @param before names of all sources that stated it, null where there was no record of it
   * @param after names of all sources that state it now, null where there is no record of it any more
   */
  replace(before: string | null, after: string | null): void {
    this.#add(before, -1);
    this.#add(after, 1);
  }

  rows(): RecordCount[] {
    return [...this.#records].map(([source, records]) => ({ source, records }));
  }

  #add(sources: string | null, records: number): void {
    for (const source of sources?.split(' ') ?? [])
      this.#records.set(source, (this.#records.get(source) ?? 0) + records);
  }
}
