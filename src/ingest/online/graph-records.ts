import type { GraphRecord, ResearcherRecord, Statement, WorkRecord } from '../records.js';
import { emptySummary, type ImportSummary } from '../summary.js';
import { findCited, findEarlierCiters, writeCitations } from './citations.js';
import { greatestOf, type StatedKind, type StatedRecord } from './nodes.js';
import { takeNewest, writeStated } from './stated-nodes.js';
import { storedWorks } from './statements.js';
import { readEdges } from './work-edges.js';
import { WorkNews } from './works.js';
import type { Writing } from './writing.js';

const statedKinds = ['topic', 'institution', 'researcher'] as const;

const ofKind = <R extends GraphRecord>(records: readonly GraphRecord[], kind: R['kind']): R[] =>
  records.filter((record): record is R => record.kind === kind);

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const unique = (ids: Iterable<string>): string[] => [...new Set(ids)];

/** What was written of records; those that told nothing new are left out. */
export interface WrittenRecords {
  readonly works: ReadonlyMap<string, WorkRecord>;
  /** Ids of written works that an article of arXiv was added to before. */
  readonly supplemented: ReadonlySet<string>;
  /** Their affiliations are still to be stated. */
  readonly researchers: ReadonlyMap<string, ResearcherRecord>;
}

/** How records are written. */
export interface WritingOptions {
  /** Where it is counted what became of them; not given where that was counted before. */
  readonly kinds?: ImportSummary['kinds'];
  /** Whether they take the place of whatever the graph holds, because they were made from that. */
  readonly wins?: boolean;
}

/**
 * Writes the nodes and source edges of records that have keys of the graph.
 */
export async function writeRecords(
  writing: Writing,
  records: readonly GraphRecord[],
  { kinds = emptySummary('online').kinds, wins = false }: WritingOptions = {},
): Promise<WrittenRecords> {
  const { transaction, source, touched } = writing;
  const readWorks = ofKind<WorkRecord>(records, 'work');
  const ids = unique(readWorks.map(({ id }) => id));
  const stored = byId(ids.length === 0 ? [] : await transaction.run(storedWorks, { ids }));
  const works = wins ? byId(readWorks) : takeNewest('work', readWorks, stored, kinds);
  const fresh = [...works.keys()].filter((id) => !stored.has(id));
  const present = [...works.keys()].filter((id) => stored.has(id));
  const stating = readWorks.filter(({ id, hash }) => stored.get(id)?.hash !== hash);
  // All that is to be known is asked at once, so that the server does not wait for us between two answers.
  const asked = Promise.all([
    findEarlierCiters(transaction, fresh),
    findCited(transaction, works),
    readEdges(writing, present),
    ...statedKinds.map((kind) =>
      writeStated(writing, kind, ofKind<StatedRecord>(records, kind), statementsOf(kind, records, stating), kinds),
    ),
  ]);
  const news = new WorkNews(writing, works, stored);
  const [[citers, cited, before, ...written]] = await Promise.all([asked, works.size > 0 && news.writeNodes()]);
  const researchers = written[statedKinds.indexOf('researcher')] as ReadonlyMap<string, ResearcherRecord>;
  if (works.size > 0) {
    await news.writeEdges(before);
    writeCitations(transaction, { works, before, citers, cited, source }, touched);
  }
  const supplemented = new Set(present.filter((id) => stored.get(id)?.supplement != null));
  return { works, supplemented, researchers };
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
