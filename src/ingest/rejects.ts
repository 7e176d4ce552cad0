import { closeSync, openSync, writeSync } from 'node:fs';
import { UserFacingError } from '../core/errors.js';
import type { RecordKind, Reject } from './records.js';

const BUFFERED = 64 * 1024;

/** The file that says which lines were not imported and why: JSON Lines. It comes into being with the first reject. */
export class RejectsFile {
  #handle: number | null = null;
  #waiting = '';
  #count = 0;

  constructor(readonly path: string) {}

  /** How many lines were rejected. */
  get count(): number {
    return this.#count;
  }

  /** Adds a line; written at once where many wait, since a source may hold nothing else. */
  add({ source, line, reason }: Reject, kind: RecordKind | null): void {
    this.#handle ??= this.#open();
    this.#count++;
    this.#waiting += `${JSON.stringify({ source, line, kind, reason })}\n`;
    if (this.#waiting.length >= BUFFERED) this.#write(this.#handle);
  }

  close(): void {
    if (this.#handle === null) return;
    this.#write(this.#handle);
    closeSync(this.#handle);
    this.#handle = null;
  }

  #open(): number {
    try {
      return openSync(this.path, 'w');
    } catch (error) {
      throw new UserFacingError(`The rejects file cannot be written: ${(error as Error).message}.`);
    }
  }

  #write(handle: number): void {
    const bytes = Buffer.from(this.#waiting);
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    this.#waiting = '';
  }
}
