import { AsyncResource } from 'node:async_hooks';
import { ChangedError, LateError, TimeoutError, UnavailableError } from './errors.js';
import { inTime, newSignal } from './in-time.js';

/** A row of a batched statement. Many have columns of their own in the place of `value`: `Row` is then all of them. */
export interface KeyedRow<Row> {
  readonly key: string;
  readonly value: Row;
}

/** The keys that one request asks for at once, at most `maxOwnKeys`. */
interface Question {
  readonly keys: readonly string[];
  /** Asked again after a joint statement failed: then apart from all others. */
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

/** Statements of one kind that may be under way at once: what is asked meanwhile waits and is gathered. */
const MAX_IN_FLIGHT = 3;
/**
 * Where others are to be let through there is one at a time: fewer and larger statements leave them more of the processors, and
 * take a tenth from who reads. One that takes longer than this, in milliseconds, holds nobody up: it may be of a hub, or fail.
 */
const YIELDS_FOR = 100;
/** The longest that a question is asked again, in milliseconds after it was put. */
const MAX_AGE = 8_000;
/** How keys are put into statements. */
interface GathererOptions {
  /** The most keys that several questions have in one statement. */
  readonly maxKeys: number;
  /** The most keys of one question in one statement. */
  readonly maxOwnKeys: number;
  /** From so many keys on two statements at once ask for half of them each, where nobody else asks. */
  readonly splitFrom: number;
  /** Called when nothing is under way and nobody waits any more. */
  readonly onIdle: () => void;
  /** Whether others are to be let through. */
  readonly yields: () => boolean;
}

/**
 * Joins what concurrent requests ask of one statement. Idle, it sends at once, much of it in halves; busy, questions gather until a place
 * is free and then go together, as long as they have no more than `maxKeys` keys in all. Keeps nothing. A statement for
 * which nobody waits any more is ended.
 */
export class Gatherer {
  #inFlight = 0;
  #scheduled = false;
  /** When a statement was sent last, by `performance.now()`. */
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting: Question[] = [];

  constructor(
    private readonly fetch: (keys: readonly string[], signal?: AbortSignal) => Promise<readonly KeyedRow<unknown>[]>,
    private readonly options: GathererOptions,
  ) {}

  /** The rows of each key, in the order asked. Throws UNAVAILABLE when `signal` is aborted. */
  async ask(keys: readonly string[], signal?: AbortSignal): Promise<readonly (readonly unknown[])[]> {
    const { maxOwnKeys } = this.options;
    if (keys.length <= maxOwnKeys) return this.#put(keys, signal);
    const parts = Array.from({ length: Math.ceil(keys.length / maxOwnKeys) }, (_, at) =>
      keys.slice(at * maxOwnKeys, (at + 1) * maxOwnKeys),
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
    if (this.#inFlight === 0) return false;
    if (this.#inFlight >= MAX_IN_FLIGHT) return true;
    if (this.#waiting[0]?.alone || !this.options.yields()) return false;
    const left = this.#sent + YIELDS_FOR - performance.now();
    if (left <= 0) return false;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#schedule();
    }, left).unref();
    return true;
  }

  #next(): readonly Question[] {
    let keys = 0;
    const end = this.#waiting.findIndex((question, at) => {
      keys += question.keys.length;
      return at > 0 && (keys > this.options.maxKeys || question.alone || this.#waiting[0]?.alone);
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #send(questions: readonly Question[]): Promise<void> {
    this.#inFlight += 1;
    this.#sent = performance.now();
    try {
      const wanted = questions.filter(({ signal }) => !signal?.aborted);
      await wanted[0]?.asker.runInAsyncScope(() => this.#answer(wanted));
    } finally {
      this.#inFlight -= 1;
      if (this.#waiting.length > 0) this.#schedule();
      else if (this.#inFlight === 0 && !this.#scheduled) this.options.onIdle();
    }
  }

  async #answer(questions: readonly Question[]): Promise<void> {
    const [first] = questions;
    if (first === undefined) return;
    if (first.alone && performance.now() - first.asked > MAX_AGE) return first.reject(new TimeoutError());
    try {
      const groups = groupByKey(
        await this.#fetch(questions),
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

  /** The rows of all keys: in halves at once where one asks while nobody else does, so that one is read while the other is found. */
  async #fetch(questions: readonly Question[]): Promise<readonly KeyedRow<unknown>[]> {
    const { splitFrom, yields } = this.options;
    const keys = [...new Set(questions.flatMap((question) => question.keys))];
    const signal = whenAllLeft(questions);
    const isBusy = questions.length > 1 || this.#inFlight > 1 || this.#waiting.length > 0 || yields();
    if (isBusy || keys.length < splitFrom) return this.fetch(keys, signal);
    const middle = Math.ceil(keys.length / 2);
    const halves = [keys.slice(0, middle), keys.slice(middle)];
    const ended = newSignal();
    signal.addEventListener('abort', () => ended.abort(), { once: true });
    this.#inFlight += 1;
    try {
      return (await Promise.all(halves.map((half) => this.fetch(half, ended.signal)))).flat();
    } catch (error) {
      // Half of the rows are of no use.
      ended.abort();
      throw error;
    } finally {
      this.#inFlight -= 1;
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
