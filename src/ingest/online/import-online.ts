import type { Database } from '../../core/database.js';
import { noteFileRead } from '../manifest.js';
import type { ImportedFile, SourceRecord } from '../records.js';
import { addCounts, addSplitWorks, emptySummary, type ImportSummary } from '../summary.js';
import { Chunk } from './chunk.js';
import { finish } from './statements.js';

/** How to import into a graph that is in use. */
export interface OnlineOptions {
  /** Works with more names on the byline count in no joint figure. */
  readonly maxAuthors: number;
  /** Records that are written in one transaction; 500 where it is not given. */
  readonly chunkSize?: number;
  /** How many changes the log keeps at least; a million where it is not given. */
  readonly changesKept?: number | undefined;
  /** Told after each chunk is committed, with what the import did so far. */
  readonly onChunk?: (summary: Readonly<ImportSummary>) => void;
}

/** Records that are read together. */
export interface OnlineBatch {
  /** The source's name, as stated on nodes and edges. */
  readonly source: string;
  readonly records: readonly SourceRecord[];
  /** The file of a snapshot that ends with these records; it is noted with them. */
  readonly completes?: ImportedFile;
}

const CHUNK_SIZE = 500;

/**
 * Writes records into a graph while others read it. Each chunk is one transaction that leaves every figure right; cut
 * off anywhere and started again it ends with the same graph. The schema must have been applied.
 */
export async function importOnline(
  database: Database,
  batches: AsyncIterable<OnlineBatch>,
  { maxAuthors, chunkSize = CHUNK_SIZE, changesKept, onChunk }: OnlineOptions,
): Promise<ImportSummary> {
  const started = performance.now();
  const summary = emptySummary('online');
  const sources = new Set<string>();
  const chunks = new Ahead(chunksOf(batches, chunkSize));
  for await (const { source, records, completes } of chunks) {
    sources.add(source);
    if (records.length === 0 && completes === undefined) continue;
    for (let left: readonly SourceRecord[] | null = records; left !== null; ) {
      const now = new Date().toISOString();
      const part: readonly SourceRecord[] = left;
      const written = await database.write(async (transaction) => {
        const done = emptySummary('online');
        const rest = await new Chunk(transaction, { source, maxAuthors, now, changesKept }, done).write(part);
        if (completes !== undefined && rest.length === 0) await noteFileRead(transaction, completes, now);
        // The server is busy with the commit for longer than this takes, and nobody else waits for us.
        if (rest.length === 0) setImmediate(() => chunks.readOn());
        return { done, rest };
      });
      addCounts(summary, written.done.kinds);
      addSplitWorks(summary, written.done.splitWorks);
      left = written.rest.length > 0 ? written.rest : null;
    }
    for (const record of records) if (record.kind === 'work') summary.namesWithoutId += record.namesWithoutId;
    summary.seconds = (performance.now() - started) / 1_000;
    onChunk?.(summary);
  }
  for (const source of sources)
    await database.write((transaction) => transaction.run(finish, { source, now: new Date().toISOString() }));
  summary.seconds = (performance.now() - started) / 1_000;
  return summary;
}

/** Reads one chunk ahead, from when it is told to. */
class Ahead<T> {
  #next: Promise<IteratorResult<T>> | null = null;

  constructor(private readonly source: AsyncGenerator<T>) {}

  /** Begins to read the next one, unless that has begun. */
  readOn(): void {
    if (this.#next !== null) return;
    this.#next = this.source.next();
    // It is awaited later; until then a failure of the reader must not end the process.
    this.#next.catch(() => undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (;;) {
        this.readOn();
        const { done, value } = (await this.#next) as IteratorResult<T>;
        this.#next = null;
        if (done) return;
        yield value;
      }
    } finally {
      await this.source.return(undefined);
    }
  }
}

/**
 * The same records in chunks of one size, fewer only where the source changes and where a file of a snapshot ends: so
 * the chunks of such a file are the same whichever files before it are passed over. Batches may be of any size.
 */
async function* chunksOf(batches: AsyncIterable<OnlineBatch>, size: number): AsyncGenerator<OnlineBatch> {
  let chunk: { readonly source: string; readonly records: SourceRecord[] } | null = null;
  for await (const { source, records, completes } of batches) {
    if (chunk !== null && chunk.source !== source) {
      yield chunk;
      chunk = null;
    }
    chunk ??= { source, records: [] };
    for (const record of records) {
      chunk.records.push(record);
      if (chunk.records.length < size) continue;
      yield chunk;
      chunk = { source, records: [] };
    }
    if (completes !== undefined) {
      yield { ...chunk, completes };
      chunk = { source, records: [] };
    }
  }
  if (chunk !== null) yield chunk;
}
