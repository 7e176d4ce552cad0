import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type QueryResult, type Session } from 'neo4j-driver';
import pLimit, { type LimitFunction } from 'p-limit';
import { ChangedError, RefusedError, StatementError, TimeoutError, UnavailableError } from './errors.js';
import type { Statement } from './queries.js';
import { type StatementListener, StatementListeners } from './statement-listeners.js';

/** Where the graph is and who asks. */
export interface DatabaseOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The database's name: naming it saves the driver a round trip. */
  readonly database: string;
  /** Longest time of one read statement, in milliseconds. */
  readonly statementTimeout: number;
}

/** Runs statements inside one write transaction. */
export interface Transaction {
  run<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]>;
}

const WRITE_TIMEOUT = 120_000;
/** Reads that may be under way at once, well below the driver's pool of 100, so that writes and probes find a place. */
const MAX_READS = 32;
/** Reads that may wait for a place. */
const MAX_WAITING = 5_000;
const TIMEOUT_CODES = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
  'Neo.ClientError.Transaction.Terminated',
]);

/** A writer removed what the statement had just found. */
const ENTITY_NOT_FOUND = 'Neo.ClientError.Statement.EntityNotFound';
/** Also where something was removed: the statement finds another state when it is sent again. */
const mayRepeat = ({ retryable, code }: Neo4jError): boolean => retryable || code === ENTITY_NOT_FOUND;

/** Whether an error of `write` says that a constraint holds what was to be written off. */
export const isConstraintViolation = (error: unknown): boolean =>
  error instanceof StatementError &&
  error.cause instanceof Neo4jError &&
  error.cause.code === 'Neo.ClientError.Schema.ConstraintValidationFailed';

/** Whole numbers travel as integers, everything else as it is; the driver alone would send every number as a float. */
function toDriver(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toDriver);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toDriver(entry)]));
  return value;
}

const rowsOf = <Row>(result: QueryResult): Row[] => result.records.map((record) => record.toObject() as Row);

/** The only door to Neo4j: sessions, access modes, timeouts, number conversion and error translation live here. */
export class Database {
  readonly #driver: Driver;
  readonly #reads: LimitFunction;
  #writes = 0;

  constructor(
    private readonly options: DatabaseOptions,
    private readonly texts: ReadonlyMap<string, string>,
    reads = MAX_READS,
    readonly statements = new StatementListeners(),
  ) {
    this.#reads = pLimit(reads);
    this.#driver = neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
      disableLosslessIntegers: true,
      connectionTimeout: 2_000,
      connectionAcquisitionTimeout: 3_000,
      maxTransactionRetryTime: 5_000,
      connectionLivenessCheckTimeout: 30_000,
    });
  }

  /** Another door, in nobody's way: one read at a time, each with so many milliseconds, waiting included. The caller closes it. */
  lane(statementTimeout: number): Database {
    return new Database({ ...this.options, statementTimeout }, this.texts, 1, this.statements);
  }

  /** Calls `listener` for every statement sent, until the returned function is called. */
  onStatement(listener: StatementListener): () => void {
    return this.statements.listen(listener);
  }

  /** What it has under way: statements and transactions that each hold a connection, and reads that wait for their turn. */
  get load(): { readonly reads: number; readonly writes: number; readonly waiting: number } {
    return { reads: this.#reads.activeCount, writes: this.#writes, waiting: this.#reads.pendingCount };
  }

  /**
   * Runs one read statement in one round trip; a failure that the driver calls safe to repeat is repeated once. Where
   * many are under way it waits for its turn, at most as long as a statement may take.
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
    return this.#inTurn(async (session) => {
      await this.#awaitCommits(session);
      return this.#readOnce(session, statement, params);
    }, statement.file);
  }

  /** An empty transaction: it waits for the bookmarks that the session has, and gives it that of the latest commit. */
  async #awaitCommits(session: Session): Promise<void> {
    const barrier = await session.beginTransaction({ timeout: this.options.statementTimeout });
    await barrier.commit();
  }

  async #inTurn<Result>(work: (session: Session) => Promise<Result>, file: string): Promise<Result> {
    if (this.#reads.pendingCount >= MAX_WAITING) throw new UnavailableError();
    const asked = performance.now();
    return this.#reads(() => {
      if (performance.now() - asked > this.options.statementTimeout) throw new TimeoutError();
      return this.#readAgain(work, file);
    });
  }

  async #readAgain<Result>(work: (session: Session) => Promise<Result>, file: string): Promise<Result> {
    try {
      return await this.#inSession(work);
    } catch (error) {
      if (!(error instanceof Neo4jError) || !mayRepeat(error)) throw this.#translate(file, error);
    }
    try {
      return await this.#inSession(work);
    } catch (error) {
      throw this.#translate(file, error);
    }
  }

  /**
   * Runs `work` in one write transaction. The driver may run it again after a lost connection, also when the
   * first run was committed: `work` must therefore be idempotent.
   */
  async write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const session = this.#driver.session({ database: this.options.database, defaultAccessMode: neo4j.session.WRITE });
    let current = 'write';
    this.#writes++;
    try {
      return await session.executeWrite(
        (transaction: ManagedTransaction) =>
          work({
            run: async <Params, Row>(statement: Statement<Params, Row>, params: Params) => {
              current = statement.file;
              const text = this.#text(current);
              const run = () => transaction.run(text, toDriver(params) as object);
              return rowsOf<Row>(await this.statements.during(current, run));
            },
          }),
        { timeout: WRITE_TIMEOUT },
      );
    } catch (error) {
      throw this.#translate(current, error);
    } finally {
      this.#writes--;
      await session.close();
    }
  }

  /** Makes a constraint or an index; where another process makes the same at this moment, that is as good. */
  async define(statement: Statement<Record<string, never>, never>): Promise<void> {
    const session = this.#driver.session({ database: this.options.database, defaultAccessMode: neo4j.session.WRITE });
    try {
      const run = () => session.executeWrite((transaction) => transaction.run(this.#text(statement.file)));
      await this.statements.during(statement.file, run);
    } catch (error) {
      if (error instanceof Neo4jError && error.code === 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists')
        return;
      throw this.#translate(statement.file, error);
    } finally {
      await session.close();
    }
  }

  /** Runs a statement outside a transaction of ours, for as long as it takes. */
  async execute<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const session = this.#driver.session({ database: this.options.database, defaultAccessMode: neo4j.session.WRITE });
    try {
      const run = () => session.run(this.#text(statement.file), toDriver(params) as object);
      return rowsOf<Row>(await this.statements.during(statement.file, run));
    } catch (error) {
      throw this.#translate(statement.file, error);
    } finally {
      await session.close();
    }
  }

  /** Resolves when the server answers. */
  async verify(): Promise<void> {
    try {
      await this.#driver.verifyConnectivity({ database: this.options.database });
    } catch (error) {
      throw this.#translate('verify', error);
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #inSession<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const session = this.#driver.session({ database: this.options.database, defaultAccessMode: neo4j.session.READ });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  async #readOnce<Params, Row>(session: Session, statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const text = this.#text(statement.file);
    const run = () => session.run(text, toDriver(params) as object, { timeout: this.options.statementTimeout });
    return rowsOf<Row>(await this.statements.during(statement.file, run));
  }

  #text(file: string): string {
    const text = this.texts.get(file);
    if (text === undefined) throw new Error(`No statement named ${file}`);
    return text;
  }

  #translate(file: string, error: unknown): unknown {
    if (!(error instanceof Neo4jError)) return error;
    if (TIMEOUT_CODES.has(error.code)) return new TimeoutError();
    if (error.code === ENTITY_NOT_FOUND) return new ChangedError();
    if (error.code.startsWith('Neo.ClientError.Security.')) return new RefusedError();
    // A full pool has the code "N/A" and is not called retryable, but it is the same to a client.
    if (error.retryable || error.code === 'N/A') return new UnavailableError();
    return new StatementError(file, error);
  }
}
