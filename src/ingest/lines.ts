import { readBytes } from './bytes.js';
import { expandPage, opensDocument, wholeDocument } from './documents.js';
import type { InputFile } from './files.js';
import { MAX_LINE, type SourceLine } from './source-line.js';

export type { SourceLine };

const LINE_END = 0x0a;
const BOM = Buffer.from('\ufeff');

/**
 * The records of a file, in batches as they come. Blank lines are passed over. `onBytes` is told how much of the file,
 * as it lies on the disk, was read. Throws UserFacingError where a compressed file is damaged or cut short.
 */
export async function* readLines(file: InputFile, onBytes?: (bytes: number) => void): AsyncGenerator<SourceLine[]> {
  const batches = splitLines(readBytes(file, onBytes));
  const first = await batches.next();
  if (first.done) return;
  if (opensDocument(first.value[0])) {
    yield* wholeDocument(first.value, batches);
    return;
  }
  yield expandPages(first.value);
  for await (const batch of batches) yield expandPages(batch);
}

const expandPages = (batch: SourceLine[]): SourceLine[] => batch.flatMap((line) => expandPage(line) ?? line);

/** Cuts bytes into lines; what is longer than a line may be is passed over and given as a problem. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<SourceLine[]> {
  let line = 0;
  let begun: Buffer[] = [];
  let length = 0;
  const finish = (rest: Buffer): SourceLine | null => {
    line++;
    length += rest.length;
    const parts = [...begun, rest];
    const tooLong = length > MAX_LINE;
    begun = [];
    length = 0;
    if (tooLong) return { line, text: '', problem: `longer than ${MAX_LINE / 1024 / 1024} MB` };
    const text = withoutMargins(parts.length === 1 ? rest : Buffer.concat(parts), line);
    return text.length === 0 ? null : { line, text };
  };

  for await (const chunk of chunks) {
    const batch: SourceLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      const finished = finish(chunk.subarray(start, end));
      if (finished !== null) batch.push(finished);
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length > MAX_LINE) begun = [];
    else if (rest.length > 0) begun.push(rest);
    if (batch.length > 0) yield batch;
  }
  if (length > 0) {
    const finished = finish(Buffer.alloc(0));
    if (finished !== null) yield [finished];
  }
}

/** Without the mark that some programs put before a file, and without white space at the ends. */
function withoutMargins(text: Buffer, line: number): Buffer {
  let start = line === 1 && text.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  let end = text.length;
  const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d;
  while (start < end && isSpace(text[start])) start++;
  while (end > start && isSpace(text[end - 1])) end--;
  return text.subarray(start, end);
}
