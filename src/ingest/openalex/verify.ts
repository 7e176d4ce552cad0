import { UserFacingError } from '../../core/errors.js';
import { requireIntact } from '../bytes.js';
import type { InputFile } from '../files.js';
import { readLines } from '../lines.js';
import { isRejected, normaliseOpenAlex } from './normalise.js';

/** So many lines without a single record, and a file is something else. */
const MAX_LINES = 10_000;

/**
 * Looks at the beginning of every file, so that a wrong one is known before anything is written; with `wholly`, reads
 * compressed ones to their end too. Throws UserFacingError for a file without a record and for a damaged one.
 */
export async function verifyInputs(inputs: readonly InputFile[], { wholly = false } = {}): Promise<void> {
  for (const input of inputs) {
    const reason = await reasonAgainst(input);
    if (reason !== null) throw new UserFacingError(`${input.path} holds no OpenAlex records: ${reason}.`);
    if (wholly) await requireIntact(input);
  }
}

/** Null where the file has a record; else what is wrong with its first line. */
async function reasonAgainst(input: InputFile): Promise<string | null> {
  let first: string | null = null;
  let lines = 0;
  for await (const batch of readLines(input)) {
    for (const line of batch) {
      const result = normaliseOpenAlex(line);
      if (!isRejected(result)) return null;
      first ??= `line ${line.line}: ${result.reason}`;
    }
    lines += batch.length;
    if (lines > MAX_LINES) break;
  }
  return first ?? 'it is empty';
}
