import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import { topicStatements } from '../arxiv/article-work.js';
import { forgetLists } from '../manifest.js';
import type { ArticleRecord, FormerRecord, GraphRecord, SourceRecord } from '../records.js';
import type { ImportSummary } from '../summary.js';
import { joinArticles } from './article-joins.js';
import { placeArticles } from './articles.js';
import { hasClaims, joinClaims } from './claim-joins.js';
import { DerivedChanges } from './derived-changes.js';
import { finishWriting, stateAffiliations } from './finish.js';
import { withPresentIds } from './former-ids.js';
import { retireFormer } from './former-records.js';
import { writeRecords } from './graph-records.js';
import { moveNodes } from './moves.js';
import { joinInstitutions, joinPersons } from './person-joins.js';
import { writePersons } from './persons.js';
import { RecordCounts } from './record-counts.js';
import { writeStatements } from './stated-nodes.js';
import { lock } from './statements.js';
import { supplementWorks, withdrawSupplements } from './supplement-works.js';
import { Touched } from './touched.js';
import type { Writing } from './writing.js';

/** What holds for a whole chunk. */
export interface ChunkOptions {
  readonly source: string;
  readonly maxAuthors: number;
  /** The moment that is stored as `updatedAt`. */
  readonly now: string;
  /** How many changes the log keeps at least. */
  readonly changesKept?: number | undefined;
}

const sourcesRead = read<Record<string, never>, { readonly name: string }>('ingest.sources-read');

const isGraphRecord = (record: SourceRecord): record is GraphRecord =>
  record.kind !== 'article' && record.kind !== 'person' && record.kind !== 'former';

/**
 * Writes the records of one chunk, with all edges and figures that depend on them, in the given transaction.
 * Depends on nothing but the graph and its arguments: it may be run again.
 */
export class Chunk {
  readonly #writing: Writing;

  constructor(
    transaction: Transaction,
    private readonly options: ChunkOptions,
    private readonly summary: Pick<ImportSummary, 'kinds' | 'splitWorks'>,
  ) {
    const { source, now, maxAuthors } = options;
    const gathered = {
      touched: new Touched(),
      derived: new DerivedChanges(maxAuthors),
      counts: new RecordCounts(source),
    };
    this.#writing = { transaction, source, now, ...gathered };
  }

  /** @returns the records that would be too much for one transaction: another chunk takes them */
  async write(records: readonly SourceRecord[]): Promise<readonly SourceRecord[]> {
    const { transaction, touched } = this.#writing;
    transaction.send(lock, {});
    const { maxAuthors } = this.options;
    // All that is to be known is asked at once, so that the server does not wait for us between two answers.
    const [read, claims, own] = await Promise.all([
      transaction.run(sourcesRead, {}),
      transaction.run(hasClaims, {}),
      withPresentIds(transaction, records.filter(isGraphRecord), this.summary, maxAuthors),
    ]);
    const { works, supplemented, researchers } = await writeRecords(this.#writing, own, this.summary);
    if (own.length > 0 && touched.any) forgetLists(transaction);
    // Nothing can be joined with what was never read.
    const sources = new Set(read.map(({ name }) => name));
    if (sources.has('arxiv')) await joinArticles(this.#writing, works, supplemented);
    if (sources.has('orcid')) {
      await joinPersons(this.#writing);
      await joinInstitutions(this.#writing);
    }
    await this.#writeArticles(records.filter((record): record is ArticleRecord => record.kind === 'article'));
    const people = records.flatMap((record) => (record.kind === 'person' ? [record.person] : []));
    if (people.length > 0) await writePersons(this.#writing, people, this.summary.kinds.researcher);
    const former = records.filter((record): record is FormerRecord => record.kind === 'former');
    // What records state must be there when it moves, as it is where the records came in a chunk before.
    if (former.length > 0) await stateAffiliations(this.#writing, [...researchers.keys()], researchers);
    const left = await retireFormer(this.#writing, former, this.summary.kinds);
    if (claims[0]?.any || people.length > 0) await joinClaims(this.#writing);
    if (touched.any) await finishWriting(this.#writing, this.options, former.length > 0 ? new Map() : researchers);
    return left;
  }

  async #writeArticles(records: readonly ArticleRecord[]): Promise<void> {
    if (records.length === 0) return;
    const { maxAuthors } = this.options;
    const articles = records.map(({ article }) => article);
    const placed = await placeArticles(this.#writing, articles, maxAuthors, this.summary.kinds.work);
    await writeStatements(this.#writing, 'topic', [...placed.supplements.values()].flatMap(topicStatements));
    await writeRecords(this.#writing, placed.works);
    await moveNodes(this.#writing, placed.moves);
    await supplementWorks(this.#writing, placed.supplements);
    await withdrawSupplements(this.#writing, placed.withdrawn);
  }
}
