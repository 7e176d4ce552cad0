import { AsyncResource } from 'node:async_hooks';
import { ChangedError, LateError, TimeoutError, UnavailableError } from './errors.js';
import { inTime, newSignal } from './in-time.js';

/** A row of a batched statement. Many have columns of their own in the place of `value`: `Row` is then all of them. */
export interface KeyedRow<Row> {
  readonly key: string;
  readonly value: Row;
}

/** The keys that one request asks for at once; up to `MAX_KEYS` are never spread over several statements. */
interface Question {
  readonly keys: readonly string[];
  /** Asked again after a joint statement failed: then in a statement of its own. */
  alone: boolean;
  /** When it was asked, by `performance.now()`. */
  readonly asked: number;
  /** The request that asked, for those who follow it: the next question of another would else run in its name. */
  readonly asker: AsyncResource;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal | undefined;
  readonly resolve: (groups: readonly (readonly unknown[])[]) => void;
  readonly reject: (error: unknown) => void;
  /** Called when nobody waits for the answer any more. */
  leave: () => void;
}

/**
 * Statements of one kind that may be under way at once: what is asked meanwhile waits and is gathered. One where others are to be
 * let through: fewer and larger statements leave them more of the processors, and take a tenth from who reads.
 */
const MAX_IN_FLIGHT = 3;
const MAX_IN_FLIGHT_YIELDING = 1;
/** The longest that a question is asked again, in milliseconds after it was put. */
const MAX_AGE = 8_000;
/** The most keys of one question in one statement. */
const MAX_KEYS = 1_000;

/**
 * Joins what concurrent requests ask of one statement. Idle, it sends at once; busy, questions gather until a place
 * is free and then go together, as long as they have no more than `maxKeys` keys in all. Keeps nothing. A statement for
 * which nobody waits any more is ended.
 */
export class Gatherer {
  #inFlight = 0;
  #scheduled = false;
  readonly #waiting: Question[] = [];

  constructor(
    private readonly fetch: (keys: readonly string[], signal?: AbortSignal) => Promise<readonly KeyedRow<unknown>[]>,
    private readonly maxKeys: number,
    private readonly onIdle: () => void,
    /** Whether others are to be let through. */
    private readonly yields: () => boolean = () => false,
  ) {}

  /** The rows of each key, in the order asked. Throws UNAVAILABLE when `signal` is aborted. */
  async ask(keys: readonly string[], signal?: AbortSignal): Promise<readonly (readonly unknown[])[]> {
    if (keys.length <= MAX_KEYS) return this.#put(keys, signal);
    const parts = Array.from({ length: Math.ceil(keys.length / MAX_KEYS) }, (_, at) =>
      keys.slice(at * MAX_KEYS, (at + 1) * MAX_KEYS),
    );
    return (await Promise.all(parts.map((part) => this.#put(part, signal)))).flat();
  }

  #put(keys: readonly string[], signal: AbortSignal | undefined): Promise<readonly (readonly unknown[])[]> {
    const question = {
      ...{ keys, signal, alone: false, asked: performance.now(), asker: new AsyncResource('Question') },
      ...{ resolve: nothing, reject: nothing, leave: nothing },
    };
    const answer = new Promise<readonly (readonly unknown[])[]>((resolve, reject) => {
      Object.assign(question, { resolve, reject });
    });
    this.#waiting.push(question);
    this.#schedule();
    return inTime(answer, { signals: [signal], stop: () => question.leave() });
  }

  /** Everything asked in the present turn of the event loop is taken together. */
  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0 || this.#isBusy()) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#send(this.#next());
      this.#schedule();
    });
  }

  #isBusy(): boolean {
    return this.#inFlight > 0 && this.#inFlight >= (this.yields() ? MAX_IN_FLIGHT_YIELDING : MAX_IN_FLIGHT);
  }

  #next(): readonly Question[] {
    let keys = 0;
    const end = this.#waiting.findIndex((question, at) => {
      keys += question.keys.length;
      return at > 0 && (keys > this.maxKeys || question.alone || this.#waiting[0]?.alone);
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #send(questions: readonly Question[]): Promise<void> {
    this.#inFlight += 1;
    try {
      const wanted = questions.filter(({ signal }) => !signal?.aborted);
      await wanted[0]?.asker.runInAsyncScope(() => this.#answer(wanted));
    } finally {
      this.#inFlight -= 1;
      if (this.#waiting.length > 0) this.#schedule();
      else if (this.#inFlight === 0 && !this.#scheduled) this.onIdle();
    }
  }

  async #answer(questions: readonly Question[]): Promise<void> {
    const [first] = questions;
    if (first === undefined) return;
    if (first.alone && performance.now() - first.asked > MAX_AGE) return first.reject(new TimeoutError());
    try {
      const groups = groupByKey(
        await this.fetch([...new Set(questions.flatMap(({ keys }) => keys))], whenAllLeft(questions)),
        questions.flatMap(({ keys }) => keys),
      );
      for (const { keys, resolve } of questions) resolve(keys.map((key) => groups.get(key) ?? []));
    } catch (error) {
      if (questions.length === 1 || ofAll.some((kind) => error instanceof kind))
        for (const { reject } of questions) reject(error);
      // One request's failure must not become another's: apart, only the one that caused it fails.
      else {
        for (const question of questions) question.alone = true;
        this.#waiting.push(...questions);
      }
    }
  }
}

const nothing = (): void => undefined;

/** What no question is to blame for, and would meet again at once. */
const ofAll = [UnavailableError, LateError, ChangedError];

/** Aborted when nobody waits any more for the answer to any of these. */
function whenAllLeft(questions: readonly Question[]): AbortSignal {
  const all = newSignal();
  let left = questions.length;
  for (const question of questions)
    question.leave = () => {
      left -= 1;
      if (left === 0) all.abort();
    };
  return all.signal;
}

/** Groups rows in one pass. Throws where a statement answers for a key that nobody asked for. */
function groupByKey(rows: readonly KeyedRow<unknown>[], keys: readonly string[]): ReadonlyMap<string, unknown[]> {
  const groups = new Map<string, unknown[]>(keys.map((key) => [key, []]));
  for (const row of rows) {
    const group = groups.get(row.key);
    if (!group) throw new Error(`A statement answered for a key that nobody asked for: ${row.key}`);
    group.push('value' in row ? row.value : row);
  }
  return groups;
}
