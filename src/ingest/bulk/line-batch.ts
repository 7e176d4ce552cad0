import type { SourceLine } from '../lines.js';

const BATCH_BYTES = 1 << 20;

/** Lines of one file in one piece of memory, which goes to another thread without being copied. */
export interface LineBatch {
  /** The first line's place in the order of reading, over all files. */
  readonly sequence: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each line ends in `bytes`. */
  readonly lines: readonly (Pick<SourceLine, 'line' | 'problem'> & { readonly end: number })[];
}

/** Gathers what comes in small batches to batches that are worth a message to another thread. */
export async function* batchLines(
  source: AsyncIterable<readonly SourceLine[]>,
  firstSequence: number,
): AsyncGenerator<LineBatch> {
  let sequence = firstSequence;
  let gathered: SourceLine[] = [];
  let length = 0;
  for await (const lines of source) {
    for (const line of lines) {
      gathered.push(line);
      length += line.text.length;
      if (length < BATCH_BYTES) continue;
      yield packLines(gathered, sequence);
      sequence += gathered.length;
      gathered = [];
      length = 0;
    }
  }
  if (gathered.length > 0) yield packLines(gathered, sequence);
}

function packLines(lines: readonly SourceLine[], sequence: number): LineBatch {
  const texts = lines.map(({ text }) => (typeof text === 'string' ? Buffer.from(text) : text));
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0));
  let end = 0;
  const packed = lines.map(({ line, problem }, index) => {
    const text = texts[index] as Buffer;
    bytes.set(text, end);
    end += text.length;
    return { line, problem, end };
  });
  return { sequence, bytes, lines: packed };
}

/** The lines of a batch, over its memory. */
export function* unpackLines({ bytes, lines }: LineBatch): Generator<SourceLine> {
  let start = 0;
  for (const { line, problem, end } of lines) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
    yield problem === undefined ? { line, text } : { line, text, problem };
    start = end;
  }
}
