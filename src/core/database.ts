import neo4j, { type Session } from 'neo4j-driver';
import { Connection, type SessionOptions } from './database/connection.js';
import type { DatabaseOptions } from './database/driver.js';
import { isAlreadyDefined, translate } from './database/failures.js';
import { Heartbeat } from './database/heartbeat.js';
import { repeating } from './database/repeating.js';
import { stackless } from './database/stackless.js';
import { OpenTransaction, type Transaction } from './database/transaction.js';
import { Turns } from './database/turns.js';
import { rowsOf, toDriver } from './database/values.js';
import { TimeoutError } from './errors.js';
import type { Statement } from './queries.js';
import { type StatementListener, StatementListeners } from './statement-listeners.js';

export type { DatabaseOptions } from './database/driver.js';
export { isConstraintViolation } from './database/failures.js';
export type { Transaction } from './database/transaction.js';

/** On whose behalf statements are sent. */
export interface Asker {
  /** Who is to read what they wrote, also from a member of a cluster that lags behind; null for who only reads. */
  readonly caller: string | null;
  /** Aborted when it is too late for an answer: what is under way by then is ended. Absent for who waits as long as it takes. */
  readonly signal?: AbortSignal | undefined;
}

export interface WriteOptions {
  /** Where it may take longer than who asked for it waits: it is then carried out without them. */
  readonly outlasts?: boolean;
}

/** After so long the server ends a write by itself, where we could not tell it to. */
const WRITE_TIMEOUT = 120_000;
const REQUEST_WRITE_TIMEOUT = 10_000;
/** How much later than the server we end a read that takes too long. */
const GRACE = 1_000;
/** Reads, and writes of requests, that may be under way at once, well below the driver's 100 connections in all. */
const MAX_AT_ONCE = 32;
const { READ, WRITE } = neo4j.session;

/** What is one for all who ask. */
interface Shared {
  readonly connection: Connection;
  readonly reads: Turns;
  readonly writes: Turns;
  readonly statements: StatementListeners;
}

const open = (options: DatabaseOptions, reads = MAX_AT_ONCE, statements = new StatementListeners()): Shared => ({
  connection: new Connection(options),
  reads: new Turns(reads),
  writes: new Turns(MAX_AT_ONCE),
  statements,
});

/** The only door to Neo4j: access modes, turns, timeouts and error translation live here, the rest behind it. */
export class Database {
  readonly #shared: Shared;

  constructor(
    private readonly options: DatabaseOptions,
    private readonly texts: ReadonlyMap<string, string>,
    shared?: Shared,
    private readonly asker: Asker = { caller: null },
  ) {
    this.#shared = shared ?? open(options);
  }

  /** The same door for somebody, with their deadline and what they wrote. */
  asking(asker: Asker): Database {
    return new Database(this.options, this.texts, this.#shared, asker);
  }

  /** Another door, in nobody's way: one read at a time, each with so many milliseconds, waiting included. The caller closes it. */
  lane(statementTimeout: number): Database {
    const options = { ...this.#shared.connection.address, statementTimeout };
    return new Database(options, this.texts, open(options, 1, this.statements));
  }

  /** Calls `listener` for every statement sent, until the returned function is called. */
  onStatement(listener: StatementListener): () => void {
    return this.statements.listen(listener);
  }

  /** Those who are told of its statements, whoever sends them. */
  get statements(): StatementListeners {
    return this.#shared.statements;
  }

  /** What is under way: reads and writes that each hold a connection, and those that wait for their turn. */
  get load(): { readonly reads: number; readonly writes: number; readonly waiting: number } {
    const { reads, writes } = this.#shared;
    return { reads: reads.active, writes: writes.active, waiting: reads.waiting + writes.waiting };
  }

  /** Asks from now on, twice a second, whether the database answers; the caller stops it. */
  watch(): Heartbeat {
    return new Heartbeat(this.#shared.connection);
  }

  /** Goes to another address from now on. */
  moveTo(uri: string): void {
    this.#shared.connection.renew(uri);
  }

  /** Whether somebody's reads wait for what they wrote before, so that others are better not made to wait with them. */
  waitsFor(caller: string | null): boolean {
    return this.#shared.connection.waitsFor(caller);
  }

  /**
   * Runs one read statement in one round trip; where it fails in a way that the driver calls safe to repeat it is sent once
   * more, where a writer overtook it a few times more. Where many are under way it waits for its turn, at most as long as a statement may take.
   */
  async read<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    return this.#inTurn((session) => this.#readOnce(session, statement, params), statement.file);
  }

  /**
   * As `read`, for what others go by, such as a version: when it returns, every transaction that it saw anything of can
   * be read as a whole. Neo4j shows a commit piece by piece, properties before indexes; the session's bookmark, which
   * the empty transaction waits for, names the latest commit that was under way.
   */
  async readWhole<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    return this.#inTurn(async (session) => {
      const rows = await this.#readOnce(session, statement, params);
      await this.#awaitCommits(session);
      return rows;
    }, statement.file);
  }

  /** As `read`, when every transaction of which earlier reads may have seen anything can be read as a whole. */
  async readSettled<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const work = async (session: Session): Promise<Row[]> => {
      await this.#awaitCommits(session);
      return this.#readOnce(session, statement, params);
    };
    return this.#inTurn(work, statement.file, this.#shared.connection.seen);
  }

  /** An empty transaction: it waits for the bookmarks that the session has, and gives it that of the latest commit. */
  async #awaitCommits(session: Session): Promise<void> {
    const barrier = await session.beginTransaction({ timeout: this.options.statementTimeout });
    await barrier.commit();
  }

  async #inTurn<Result>(
    work: (session: Session) => Promise<Result>,
    file: string,
    after?: readonly string[],
  ): Promise<Result> {
    const { reads, connection } = this.#shared;
    const { statementTimeout } = this.options;
    const { signal } = this.asker;
    let { dropped } = connection;
    const attempt = (): Promise<Result> => {
      const asked = performance.now();
      return reads.take(() => {
        dropped = connection.dropped;
        if (performance.now() - asked > statementTimeout) throw new TimeoutError();
        return this.#session(READ, work, { signal, after, limit: statementTimeout + GRACE });
      }, signal);
    };
    const patience = { wasDropped: () => dropped.aborted, signal, limit: statementTimeout };
    return repeating(attempt, patience).catch((error) => Promise.reject(translate(file, error)));
  }

  async #readOnce<Params, Row>(session: Session, { file }: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const text = this.#text(file);
    const timeout = this.options.statementTimeout;
    const values = toDriver(params) as object;
    const run = () => stackless(() => session.run(text, values, { timeout }));
    return rowsOf<Row>(await this.statements.during(file, run));
  }

  /**
   * Runs `work` in one write transaction. The driver may run it again after a lost connection, also when the
   * first run was committed: `work` must therefore be idempotent. Who asks with a signal waits for their turn, and no
   * longer than that; what is not committed by then is undone, unless it `outlasts`.
   */
  async write<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    { outlasts = false }: WriteOptions = {},
  ): Promise<Result> {
    const { signal } = this.asker;
    if (signal === undefined) return this.#write(work);
    return this.#shared.writes.take(() => this.#write(work, outlasts ? undefined : signal), signal);
  }

  async #write<Result>(work: (transaction: Transaction) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    let failed = 'write';
    const timeout = signal ? REQUEST_WRITE_TIMEOUT : WRITE_TIMEOUT;
    const all = (session: Session) =>
      session.executeWrite(
        async (transaction) => {
          const open = new OpenTransaction(transaction, (file) => this.#text(file), this.statements);
          try {
            const result = await work(open);
            await open.settle();
            return result;
          } finally {
            failed = open.failed ?? 'write';
          }
        },
        { timeout },
      );
    return this.#session(WRITE, all, { signal }).catch((error) => Promise.reject(translate(failed, error)));
  }

  /** Makes a constraint or an index; where another process makes the same at this moment, that is as good. */
  async define({ file }: Statement<Record<string, never>, never>): Promise<void> {
    const text = this.#text(file);
    const make = (session: Session) =>
      this.statements.during(file, () => session.executeWrite((transaction) => transaction.run(text)));
    await this.#session(WRITE, make).catch((error) => {
      if (!isAlreadyDefined(error)) throw translate(file, error);
    });
  }

  /** Runs a statement outside a transaction of ours, for as long as it takes. */
  async execute<Params, Row>({ file }: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const text = this.#text(file);
    const run = (session: Session) => this.statements.during(file, () => session.run(text, toDriver(params) as object));
    return rowsOf<Row>(await this.#session(WRITE, run).catch((error) => Promise.reject(translate(file, error))));
  }

  /** Resolves when the server answers. */
  async verify(): Promise<void> {
    await this.#shared.connection.verify().catch((error) => Promise.reject(translate('verify', error)));
  }

  async close(): Promise<void> {
    await this.#shared.connection.close();
  }

  #session<Result>(
    mode: typeof READ | typeof WRITE,
    work: (session: Session) => Promise<Result>,
    options: Omit<SessionOptions, 'caller'> = {},
  ): Promise<Result> {
    return this.#shared.connection.session(mode, work, { ...options, caller: this.asker.caller });
  }

  #text(file: string): string {
    const text = this.texts.get(file);
    if (text === undefined) throw new Error(`No statement named ${file}`);
    return text;
  }
}
