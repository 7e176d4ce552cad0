import neo4j, { type Session, type SessionMode } from 'neo4j-driver';
import { inTime, newSignal } from '../in-time.js';
import { Bookmarks } from './bookmarks.js';
import { type DatabaseOptions, isRouted, openDriver, portOf } from './driver.js';
import { writeWhole } from './whole-writes.js';

/** For whom a session is, and how long they wait for it. */
export interface SessionOptions {
  readonly caller: string | null;
  /** The work is ended when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** The work is ended after so many milliseconds. */
  readonly limit?: number | undefined;
  /** Bookmarks of commits that it waits for, beside those of the caller. */
  readonly after?: readonly string[] | undefined;
}

/** The driver, its sessions and what they wait for. */
export class Connection {
  #driver;
  #writeApart: () => void;
  #dropped = newSignal();
  /** Null where there is but one server. */
  readonly #bookmarks: Bookmarks | null;

  constructor(private options: DatabaseOptions) {
    this.#driver = openDriver(options);
    this.#writeApart = writeWhole(portOf(options.uri));
    this.#bookmarks = isRouted(options.uri) ? new Bookmarks() : null;
  }

  get address(): DatabaseOptions {
    return this.options;
  }

  /** Aborted when the present connections are given up: who waits for an answer on one of them may ask again. */
  get dropped(): AbortSignal {
    return this.#dropped.signal;
  }

  /** The commits that reads saw last. */
  get seen(): readonly string[] | undefined {
    return this.#bookmarks?.seen;
  }

  /** Whether somebody's reads wait for what they wrote. */
  waitsFor(caller: string | null): boolean {
    return caller !== null && this.#bookmarks?.ofReader(caller) !== undefined;
  }

  /** Runs `work` in a session of its own, which ends with it, or before where nobody waits any more. */
  async session<Result>(
    mode: SessionMode,
    work: (session: Session) => Promise<Result>,
    { caller, signal, limit, after = [] }: SessionOptions,
  ): Promise<Result> {
    const bookmarkManager = caller === null ? undefined : this.#managerOf(caller, mode);
    const session = this.#driver.session({
      ...{ database: this.options.database, defaultAccessMode: mode, bookmarks: [...after] },
      ...(bookmarkManager && { bookmarkManager }),
    });
    // A read may be sent again, so it need not wait for a connection that is given up; of a write nobody knows.
    const dropped = mode === neo4j.session.READ ? this.dropped : undefined;
    let over = false;
    const stop = (): void => {
      over = true;
      // It tells the server to end what it is doing; one that does not answer is not waited for.
      void session.close().catch(() => undefined);
    };
    try {
      const result = await inTime(work(session), { signals: [signal, dropped], limit, stop });
      if (mode === neo4j.session.READ) this.#bookmarks?.saw(session.lastBookmarks());
      return result;
    } finally {
      // It resets the connection for the next: a round trip that nobody needs to wait for.
      if (!over) void session.close().catch(() => undefined);
    }
  }

  #managerOf(caller: string, mode: SessionMode) {
    return mode === neo4j.session.WRITE ? this.#bookmarks?.ofWriter(caller) : this.#bookmarks?.ofReader(caller);
  }

  /** Gives all connections up, of which none is waited for, and opens others: at `uri`, where one is given. */
  renew(uri = this.options.uri): void {
    const [driver, dropped] = [this.#driver, this.#dropped];
    this.options = { ...this.options, uri };
    this.#driver = openDriver(this.options);
    this.#writeApart();
    this.#writeApart = writeWhole(portOf(uri));
    this.#dropped = newSignal();
    dropped.abort();
    void driver.close().catch(() => undefined);
  }

  /** Resolves when the server answers. */
  async verify(): Promise<void> {
    await this.#driver.verifyConnectivity({ database: this.options.database });
  }

  /** Ends reads under way: nobody is there to read them. */
  close(): Promise<void> {
    this.#dropped.abort();
    this.#writeApart();
    return this.#driver.close();
  }
}
