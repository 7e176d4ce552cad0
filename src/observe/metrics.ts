import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StatementObserver } from '../core/statement-listeners.js';
import { OperationNames } from './operation-names.js';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const KEYS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000];

/** How a request ended. */
export interface RequestFigures {
  /** The route that answered it, as it was declared: `/export/works/*`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** How a GraphQL request ended. */
export interface OperationFigures {
  /** The operation's name; undefined where it has none. */
  readonly name: string | undefined;
  /** `OK`, or the code of its first error. */
  readonly code: string;
  readonly seconds: number;
}

/** A cache, by what a look into it found. */
export type CacheName = 'documents' | 'prices' | 'answers' | 'operations';

/** Figures that wait to be counted, at most. */
const MOST_WAITING = 500;

/** Counts what the server does, in the form of Prometheus. One for each server; docs/operations.md lists the figures. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #names = new OperationNames();
  readonly #requests = this.#histogram('http_request', 'Time until an answer was sent, by route', ['route']);
  readonly #answers = this.#counter('http_answers', 'Answers sent', ['route', 'status']);
  readonly #operations = this.#histogram('operation', 'Time of GraphQL requests, by operation', ['operation']);
  readonly #outcomes = this.#counter('operations', 'GraphQL requests, by how they ended', ['operation', 'code']);
  readonly #statements = this.#histogram('statement', 'Time of statements, by file in cypher/', ['file']);
  readonly #failures = this.#counter('statement_failures', 'Statements that failed', ['file']);
  readonly #batches = new Histogram({
    name: 'research_graph_batch_keys',
    help: 'Keys in one joint statement of a loader, by file in cypher/',
    labelNames: ['file'],
    buckets: KEYS,
    registers: [this.#registry],
  });
  readonly #caches = this.#counter('cache_lookups', 'Looks into caches', ['cache', 'found']);
  #waiting: (() => void)[] = [];

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** What a scrape is answered with, and its content type. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All figures, as Prometheus reads them. */
  text(): Promise<string> {
    this.#count();
    return this.#registry.metrics();
  }

  /** Counts an answer that was sent. */
  answered({ route, status, seconds }: RequestFigures): void {
    this.#soon(() => {
      this.#requests.observe({ route }, seconds);
      this.#answers.inc({ route, status });
    });
  }

  /** Counts a GraphQL request, whose operation was found. */
  executed({ name, code, seconds }: OperationFigures): void {
    const operation = this.#names.of(name);
    this.#soon(() => {
      this.#operations.observe({ operation }, seconds);
      this.#outcomes.inc({ operation, code });
    });
  }

  /** Counts a GraphQL request that ended before its operation was found: it could not be read, or was turned away. */
  turnedAway(code: string): void {
    this.#outcomes.inc({ operation: 'none', code });
  }

  /** Times a statement. */
  readonly statement: StatementObserver = (file) => {
    const begun = performance.now();
    return (failure) => {
      const seconds = (performance.now() - begun) / 1_000;
      this.#soon(() => {
        this.#statements.observe({ file }, seconds);
        if (failure !== undefined) this.#failures.inc({ file });
      });
    };
  };

  /** Counts the keys of one joint statement. */
  readonly batch = (file: string, keys: number): void => this.#soon(() => this.#batches.observe({ file }, keys));

  /** Counts a look into a cache. */
  readonly looked = (cache: CacheName, found: boolean): void =>
    this.#soon(() => this.#caches.inc({ cache, found: String(found) }));

  /** Adds a figure that is read when somebody asks; one line for each value of its label, if it has one. */
  gauge(name: string, help: string, read: () => Gauged | Promise<Gauged>, label?: string): void {
    const gauge = new Gauge({
      name: `research_graph_${name}`,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [this.#registry],
      async collect() {
        gauge.reset();
        const values = await read();
        if (typeof values === 'number') gauge.set(values);
        else for (const [of, value] of Object.entries(values)) gauge.set({ [label ?? '']: of }, value);
      },
    });
  }

  /** One by one, between other work, they took 4 % of a small request; many at once hardly anything. */
  #soon(count: () => void): void {
    this.#waiting.push(count);
    if (this.#waiting.length >= MOST_WAITING) this.#count();
  }

  #count(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const count of waiting) count();
  }

  #histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    const registers = [this.#registry];
    return new Histogram({ name: `research_graph_${name}_seconds`, help, labelNames, buckets: SECONDS, registers });
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `research_graph_${name}_total`, help, labelNames, registers: [this.#registry] });
  }
}

/** A figure, or one for each value of a label; none where there is nothing to say. */
export type Gauged = number | Readonly<Record<string, number>>;
