/** One record of a file as it was written: a line of JSON Lines, or one element of a saved API answer. */
export interface SourceLine {
  /** From 1; of a saved API answer or a JSON array, the place in it. */
  readonly line: number;
  readonly text: Buffer | string;
  /** Set where the line could not be read at all; `text` is empty then. */
  readonly problem?: string;
}

/** Longest line or document that is read, in bytes. */
export const MAX_LINE = 64 * 1024 * 1024;
