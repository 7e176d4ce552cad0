import { Worker } from 'node:worker_threads';
import { projectPath } from '../../project.js';
import type { BatchResult, Normaliser } from './batch-normaliser.js';
import type { LineBatch } from './line-batch.js';

/** What a thread is started with. */
export interface ThreadStart {
  readonly folder: string;
  readonly writer: number;
}

/** What a thread is asked: to translate a batch, or to complete its files. */
export type ThreadQuestion = LineBatch | null;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Translates lines in a thread of its own, which always runs the built file: a thread cannot load TypeScript. */
export class ThreadedNormaliser implements Normaliser {
  readonly #worker: Worker;
  /** The thread answers in the order of the questions. */
  readonly #waiting: Waiting[] = [];
  #failure: Error | null = null;

  constructor(folder: string, writer: number) {
    const workerData: ThreadStart = { folder, writer };
    this.#worker = new Worker(projectPath('dist', 'ingest', 'bulk', 'normaliser-thread.js'), { workerData });
    this.#worker.on('message', (answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('A thread of the import ended early')));
  }

  get load(): number {
    return this.#waiting.length;
  }

  take(batch: LineBatch): Promise<BatchResult> {
    return this.#ask(batch, [batch.bytes.buffer]);
  }

  async close(): Promise<number> {
    try {
      return await this.#ask<number>(null, []);
    } finally {
      await this.#worker.terminate();
    }
  }

  #ask<Answer>(question: ThreadQuestion, transfer: readonly ArrayBuffer[]): Promise<Answer> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ resolve: resolve as Waiting['resolve'], reject });
      this.#worker.postMessage(question, transfer);
    });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
