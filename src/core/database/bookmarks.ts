import { LRUCache } from 'lru-cache';
import neo4j, { type BookmarkManager } from 'neo4j-driver';

/** Callers of whom it is remembered what they wrote, and for how long: by then every member of a cluster has it. */
const CALLERS = { max: 10_000, ttl: 10 * 60_000 };
/** The latest commits that reads saw, of which so many are remembered. */
const SEEN = 32;

/**
 * Of a cluster, which commits a read must wait for: a member may lag behind the one that was written to. Whoever wrote
 * something reads it from then on; who only reads waits for nobody.
 */
export class Bookmarks {
  readonly #managers = new LRUCache<string, BookmarkManager>(CALLERS);
  #seen: readonly string[] = [];

  /** Of somebody who writes: it learns of each commit, and waits for those before. */
  ofWriter(caller: string): BookmarkManager {
    const manager = this.#managers.get(caller) ?? neo4j.bookmarkManager();
    this.#managers.set(caller, manager);
    return manager;
  }

  /** Of somebody who has written something; undefined for others. */
  ofReader(caller: string): BookmarkManager | undefined {
    return this.#managers.get(caller);
  }

  /** The commits that reads of anybody saw last. */
  get seen(): readonly string[] {
    return this.#seen;
  }

  /** Notes what a read saw. */
  saw(bookmarks: readonly string[]): void {
    const news = bookmarks.filter((bookmark) => !this.#seen.includes(bookmark));
    if (news.length > 0) this.#seen = [...this.#seen, ...news].slice(-SEEN);
  }
}
