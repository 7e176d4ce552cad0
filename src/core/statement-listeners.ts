/** Told of every statement sent, for counting. */
export type StatementListener = (file: string) => void;

/** Told when a statement is sent; what it returns is told when that statement has ended, and of its failure. */
export type StatementObserver = (file: string) => (failure?: unknown) => void;

/** Those who are told of the statements of a database. */
export class StatementListeners {
  readonly #listeners = new Set<StatementListener>();
  readonly #observers = new Set<StatementObserver>();

  /** Calls `listener` for every statement sent, until the returned function is called. */
  listen(listener: StatementListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** As `listen`, for who is told of the end as well. */
  observe(observer: StatementObserver): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Runs a statement, and tells of it. */
  async during<Result>(file: string, run: () => PromiseLike<Result>): Promise<Result> {
    for (const listener of this.#listeners) listener(file);
    const endings = Array.from(this.#observers, (observer) => observer(file));
    try {
      const result = await run();
      for (const ended of endings) ended();
      return result;
    } catch (error) {
      for (const ended of endings) ended(error);
      throw error;
    }
  }
}
