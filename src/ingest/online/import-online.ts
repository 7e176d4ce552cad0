import type { Database } from '../../core/database.js';
import type { SourceRecord } from '../records.js';
import { emptySummary, type ImportSummary } from '../summary.js';
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
  for await (const { source, records } of readAhead(chunksOf(batches, chunkSize))) {
    sources.add(source);
    const now = new Date().toISOString();
    const { kinds } = await database.write(async (transaction) => {
      const done = emptySummary('online');
      await new Chunk(transaction, { source, maxAuthors, now, changesKept }, done.kinds).write(records);
      return done;
    });
    add(summary, kinds);
    for (const record of records) if (record.kind === 'work') summary.namesWithoutId += record.namesWithoutId;
    summary.seconds = (performance.now() - started) / 1_000;
    onChunk?.(summary);
  }
  for (const source of sources)
    await database.write((transaction) => transaction.run(finish, { source, now: new Date().toISOString() }));
  summary.seconds = (performance.now() - started) / 1_000;
  return summary;
}

function add(summary: ImportSummary, kinds: ImportSummary['kinds']): void {
  for (const [kind, done] of Object.entries(kinds)) {
    const total = summary.kinds[kind as keyof typeof kinds];
    total.read += done.read;
    total.created += done.created;
    total.updated += done.updated;
    total.unchanged += done.unchanged;
  }
}

/** Reads the next chunk while the one before is written: reading and the server each have work for a core. */
async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = (): Promise<IteratorResult<T>> => {
    const answer = source.next();
    // It is awaited later; until then a failure of the reader must not end the process.
    answer.catch(() => undefined);
    return answer;
  };
  let next = ask();
  try {
    for (let current = await next; !current.done; current = await next) {
      next = ask();
      yield current.value;
    }
  } finally {
    await source.return(undefined);
  }
}

/** The same records in chunks of one size, fewer only where the source changes; batches may be of any. */
async function* chunksOf(batches: AsyncIterable<OnlineBatch>, size: number): AsyncGenerator<OnlineBatch> {
  let source: string | null = null;
  let chunk: SourceRecord[] = [];
  for await (const batch of batches) {
    if (source !== null && source !== batch.source && chunk.length > 0) {
      yield { source, records: chunk };
      chunk = [];
    }
    source = batch.source;
    for (const record of batch.records) {
      chunk.push(record);
      if (chunk.length === size) {
        yield { source, records: chunk };
        chunk = [];
      }
    }
  }
  if (source !== null && chunk.length > 0) yield { source, records: chunk };
}
