import { setImmediate } from 'node:timers/promises';
import type { ManagedTransaction } from 'neo4j-driver';
import type { Statement } from '../queries.js';
import type { StatementListeners } from '../statement-listeners.js';
import { rowsOf, toDriver } from './values.js';

/** Runs statements inside one write transaction, in the order in which they were given. */
export interface Transaction {
  run<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]>;
  /**
   * As `run`, where nothing that it answers is needed: the next statement is made while the server carries this one out.
   * Where it fails, so does the transaction, and what is run after it. Resolves when it is on its way: who makes much ready for
   * the next one waits for that, or else the server waits meanwhile.
   */
  send<Params>(statement: Statement<Params, unknown>, params: Params): Promise<void>;
}

/** A transaction of the driver, with what was sent in it and is not waited for yet. */
export class OpenTransaction implements Transaction {
  /** Resolves when all statements given so far have ended. */
  #ended: Promise<unknown> = Promise.resolve();
  /** Of the first statement that failed: those after it fail because of it, and the driver may tell of them before. */
  #failure: { readonly file: string; readonly error: unknown } | null = null;

  constructor(
    private readonly transaction: ManagedTransaction,
    private readonly textOf: (file: string) => string,
    private readonly statements: StatementListeners,
  ) {}

  /** The file of the statement that failed. */
  get failed(): string | undefined {
    return this.#failure?.file;
  }

  run<Params, Row>({ file }: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const before = this.#ended;
    const run = () => this.transaction.run(this.textOf(file), toDriver(params) as object);
    const answer = this.statements.during(file, run).then(rowsOf<Row>, async (error) => {
      await before;
      this.#failure ??= { file, error };
      throw this.#failure.error;
    });
    // Nothing of what was read is kept until the transaction ends.
    this.#ended = Promise.allSettled([before, answer]).then(() => undefined);
    return answer;
  }

  send<Params>(statement: Statement<Params, unknown>, params: Params): Promise<void> {
    this.run(statement, params).catch(() => undefined);
    // The driver writes it in the promises that follow.
    return setImmediate();
  }

  /** Resolves when all that was sent is carried out, and fails where some of it failed. */
  async settle(): Promise<void> {
    await this.#ended;
    if (this.#failure !== null) throw this.#failure.error;
  }
}
