import type { Transaction } from '../../core/database.js';
import { UserFacingError } from '../../core/errors.js';
import { logChanges } from '../../graph/changes.log.js';
import { addSource } from '../code-points.js';
import type { GraphRecord, RecordKind, ResearcherRecord, SourceRecord, Statement, WorkRecord } from '../records.js';
import type { ImportSummary } from '../summary.js';
import { writeAffiliations } from './affiliations.js';
import { findEarlierCiters, writeCitations } from './citations.js';
import { DerivedChanges } from './derived-changes.js';
import { countOutcomes, newestOf } from './newest.js';
import { changeOf, greatestOf, type StatedKind, type StatedRecord } from './nodes.js';
import { RecordCounts } from './record-counts.js';
import {
  activeIn,
  coauthors,
  countRecords,
  forgetCoauthors,
  institutionFigures,
  lock,
  type Properties,
  partners,
  researcherFigures,
  researches,
  type StoredRecord,
  storedNodes,
  storedWorks,
  topicFigures,
  writeNodes,
} from './statements.js';
import { Touched } from './touched.js';
import { readEdges, writeWorks } from './works.js';

/** What holds for a whole chunk. */
export interface ChunkOptions {
  readonly source: string;
  readonly maxAuthors: number;
  /** The moment that is stored as `updatedAt`. */
  readonly now: string;
  /** How many changes the log keeps at least. */
  readonly changesKept?: number | undefined;
}

const statedKinds = ['topic', 'institution', 'researcher'] as const;

const ofKind = <R extends GraphRecord>(records: readonly GraphRecord[], kind: R['kind']): R[] =>
  records.filter((record): record is R => record.kind === kind);

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const unique = (ids: Iterable<string>): string[] => [...new Set(ids)];

/**
 * Writes the records of one chunk, with all edges and figures that depend on them, in the given transaction.
 * Depends on nothing but the graph and its arguments: it may be run again.
 */
export class Chunk {
  readonly #touched = new Touched();
  readonly #derived: DerivedChanges;
  readonly #records: RecordCounts;
  #changed = false;

  constructor(
    private readonly transaction: Transaction,
    private readonly options: ChunkOptions,
    private readonly kinds: ImportSummary['kinds'],
  ) {
    this.#derived = new DerivedChanges(options.maxAuthors);
    this.#records = new RecordCounts(options.source);
  }

  async write(read: readonly SourceRecord[]): Promise<void> {
    const { source } = this.options;
    const records = read.filter((record) => record.kind !== 'article' && record.kind !== 'person');
    if (records.length < read.length) throw new UserFacingError(`Records of ${source} cannot be written yet.`);
    await this.transaction.run(lock, {});

    const readWorks = ofKind<WorkRecord>(records, 'work');
    const ids = unique(readWorks.map(({ id }) => id));
    const stored = byId(ids.length === 0 ? [] : await this.transaction.run(storedWorks, { ids }));
    const works = this.#newest('work', readWorks, stored);
    const citers = await findEarlierCiters(
      this.transaction,
      [...works.keys()].filter((id) => !stored.has(id)),
    );
    const news = { works, stored, source };
    const before = await readEdges(this.transaction, news);

    const stating = readWorks.filter(({ id, hash }) => stored.get(id)?.hash !== hash);
    let researchers: ReadonlyMap<string, ResearcherRecord> = new Map();
    for (const kind of statedKinds) {
      const newest = await this.#writeNodes(
        kind,
        ofKind<StatedRecord>(records, kind),
        statementsOf(kind, records, stating),
      );
      if (kind === 'researcher') researchers = newest as ReadonlyMap<string, ResearcherRecord>;
    }
    if (works.size > 0) {
      this.#changed = true;
      for (const id of works.keys()) this.#records.add(stored.get(id), addSource(stored.get(id)?.sources, source));
      await writeWorks(this.transaction, news, before, this.#derived, this.#touched);
      await writeCitations(this.transaction, { works, before, citers, source }, this.#touched);
      await this.#writeDerivedEdges();
    }
    if (this.#changed) await this.#finish(researchers);
  }

  #newest<R extends GraphRecord>(
    kind: RecordKind,
    records: readonly R[],
    stored: ReadonlyMap<string, StoredRecord>,
  ): ReadonlyMap<string, R> {
    const newest = newestOf(records, stored);
    countOutcomes(this.kinds[kind], records.length, newest, stored);
    return newest;
  }

  async #writeNodes(
    kind: StatedKind,
    records: readonly StatedRecord[],
    statements: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, StatedRecord>> {
    const ids = unique([...records.map(({ id }) => id), ...statements.keys()]);
    if (ids.length === 0) return new Map();
    const { source } = this.options;
    const stored = byId(await this.transaction.run(storedNodes[kind], { ids }));
    const newest = this.#newest(kind, records, stored);
    const rows: Properties[] = [];
    for (const id of ids) {
      const known = stored.get(id);
      const record = newest.get(id);
      const statement = statements.get(id);
      if (record === undefined && statement === undefined) continue;
      const change = changeOf({ kind, id, stored: known, record, statement }, source);
      if (change === null) continue;
      rows.push(change.properties);
      if (known === undefined) this.#touched.create(kind, id);
      else if (change.visible) this.#touched.update(kind, id);
      if (record !== undefined || known?.hash) this.#records.add(known, change.properties.sources as string);
    }
    if (rows.length > 0) {
      this.#changed = true;
      await this.transaction.run(writeNodes[kind], { rows });
    }
    return newest;
  }

  async #writeDerivedEdges(): Promise<void> {
    const { maxAuthors } = this.options;
    const counts = [
      [researches, this.#derived.researches],
      [activeIn, this.#derived.activeIn],
      [partners, this.#derived.partners],
    ] as const;
    for (const [statement, pairs] of counts) {
      const rows = pairs.changes();
      if (rows.length > 0) await this.transaction.run(statement, { rows });
    }
    const former = this.#derived.formerCoauthors.pairs();
    if (former.length > 0) await this.transaction.run(forgetCoauthors, { rows: former });
    const pairs = this.#derived.coauthors.pairs();
    if (pairs.length > 0) await this.transaction.run(coauthors, { rows: pairs, maxAuthors });
  }

  async #finish(records: ReadonlyMap<string, ResearcherRecord>): Promise<void> {
    const { source, now, changesKept } = this.options;
    const researchers = unique([...this.#touched.ids('researcher'), ...records.keys()]);
    if (researchers.length > 0)
      await writeAffiliations(this.transaction, { ids: researchers, records, source }, this.#touched);
    const figures = [
      ['researcher', researcherFigures],
      ['topic', topicFigures],
      ['institution', institutionFigures],
    ] as const;
    for (const [kind, statement] of figures) {
      const ids = this.#touched.ids(kind);
      if (ids.length > 0) await this.transaction.run(statement, { ids });
    }
    await this.transaction.run(countRecords, { rows: this.#records.rows(), source, now });
    await logChanges(this.transaction, this.#touched.changes, { now, kept: changesKept });
  }
}

/** What works, and researchers' records, say of nodes of one kind. */
function statementsOf(
  kind: StatedKind,
  records: readonly GraphRecord[],
  works: readonly WorkRecord[],
): ReadonlyMap<string, string> {
  const all: Statement[] = [];
  for (const { statements } of works)
    all.push(
      ...{ researcher: statements.researchers, institution: statements.institutions, topic: statements.topics }[kind],
    );
  if (kind === 'institution')
    for (const { statements } of ofKind<ResearcherRecord>(records, 'researcher')) all.push(...statements.institutions);
  return greatestOf(all);
}
