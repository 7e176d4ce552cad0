import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import { logChanges } from '../../graph/changes.log.js';
import { topicStatements } from '../arxiv/article-work.js';
import type { ArticleRecord, FormerRecord, GraphRecord, ResearcherRecord, SourceRecord } from '../records.js';
import type { ImportSummary } from '../summary.js';
import { writeAffiliations } from './affiliations.js';
import { joinArticles } from './article-joins.js';
import { placeArticles } from './articles.js';
import { DerivedChanges } from './derived-changes.js';
import { writeDerivedEdges } from './derived-edges.js';
import { withPresentIds } from './former-ids.js';
import { retireFormer } from './former-records.js';
import { writeRecords } from './graph-records.js';
import { moveNodes } from './moves.js';
import { joinClaims, joinInstitutions, joinPersons } from './person-joins.js';
import { writePersons } from './persons.js';
import { RecordCounts } from './record-counts.js';
import { writeStatements } from './stated-nodes.js';
import { countRecords, institutionFigures, lock, researcherFigures, topicFigures } from './statements.js';
import { supplementWorks } from './supplement-works.js';
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

const forsakenAuthors = read<{ ids: readonly string[] }, { readonly id: string }>('ingest.forsaken-authors');

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
    private readonly kinds: ImportSummary['kinds'],
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
    await transaction.run(lock, {});
    const own = await withPresentIds(transaction, records.filter(isGraphRecord), this.kinds);
    const { works, supplemented, researchers } = await writeRecords(this.#writing, own, this.kinds);
    await joinArticles(this.#writing, works, supplemented);
    await joinClaims(this.#writing, works);
    await joinPersons(this.#writing);
    await joinInstitutions(this.#writing);
    await this.#writeArticles(records.filter((record): record is ArticleRecord => record.kind === 'article'));
    const people = records.flatMap((record) => (record.kind === 'person' ? [record.person] : []));
    if (people.length > 0) await writePersons(this.#writing, people, this.kinds.researcher);
    const former = records.filter((record): record is FormerRecord => record.kind === 'former');
    // What records state must be there when it moves, as it is where the records came in a chunk before.
    if (former.length > 0) await this.#stateAffiliations([...researchers.keys()], researchers);
    const left = await retireFormer(this.#writing, former, this.kinds);
    if (touched.any) await this.#finish(former.length > 0 ? new Map() : researchers);
    return left;
  }

  async #writeArticles(records: readonly ArticleRecord[]): Promise<void> {
    if (records.length === 0) return;
    const { maxAuthors } = this.options;
    const articles = records.map(({ article }) => article);
    const placed = await placeArticles(this.#writing, articles, maxAuthors, this.kinds.work);
    await writeStatements(this.#writing, 'topic', [...placed.supplements.values()].flatMap(topicStatements));
    const { works } = await writeRecords(this.#writing, placed.works);
    await moveNodes(this.#writing, placed.moves);
    await supplementWorks(this.#writing, placed.supplements);
    await joinClaims(this.#writing, works);
  }

  async #finish(records: ReadonlyMap<string, ResearcherRecord>): Promise<void> {
    const { transaction, source, now, touched, derived, counts } = this.#writing;
    const { maxAuthors, changesKept } = this.options;
    await this.#removeForsaken();
    await writeDerivedEdges(transaction, derived, maxAuthors);
    await this.#stateAffiliations([...new Set([...touched.ids('researcher'), ...records.keys()])], records);
    const figures = [
      ['researcher', researcherFigures],
      ['topic', topicFigures],
      ['institution', institutionFigures],
    ] as const;
    for (const [kind, statement] of figures) {
      const ids = touched.ids(kind);
      if (ids.length > 0) await transaction.run(statement, { ids });
    }
    await transaction.run(countRecords, { rows: counts.rows(), source, now });
    await logChanges(transaction, touched.changes, { now, kept: changesKept });
  }

  async #stateAffiliations(ids: readonly string[], records: ReadonlyMap<string, ResearcherRecord>): Promise<void> {
    const { transaction, source, touched } = this.#writing;
    if (ids.length > 0) await writeAffiliations(transaction, { ids, records, source }, touched);
  }

  /** An author known from papers alone goes with the last of them. */
  async #removeForsaken(): Promise<void> {
    const ids = this.#writing.touched.ids('researcher').filter((id) => id.startsWith('arxiv:'));
    if (ids.length === 0) return;
    const reason = 'No paper names this author any more.';
    const forsaken = await this.#writing.transaction.run(forsakenAuthors, { ids });
    await moveNodes(
      this.#writing,
      forsaken.map(({ id }) => ({ kind: 'researcher', from: id, to: null, reason })),
    );
  }
}
