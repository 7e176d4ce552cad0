import type { GraphRecord, RecordKind, ResearcherRecord, Statement, WorkRecord } from '../records.js';
import { emptySummary, type ImportSummary } from '../summary.js';
import { findEarlierCiters, writeCitations } from './citations.js';
import { joinArticles } from './joins.js';
import { countOutcomes, newestOf } from './newest.js';
import { changeOf, greatestOf, type StatedKind, type StatedRecord } from './nodes.js';
import { type Properties, type StoredRecord, storedNodes, storedWorks, writeNodes } from './statements.js';
import { readEdges } from './work-edges.js';
import { writeWorks } from './works.js';
import type { Writing } from './writing.js';

const statedKinds = ['topic', 'institution', 'researcher'] as const;

const ofKind = <R extends GraphRecord>(records: readonly GraphRecord[], kind: R['kind']): R[] =>
  records.filter((record): record is R => record.kind === kind);

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const unique = (ids: Iterable<string>): string[] => [...new Set(ids)];

/**
 * Writes the nodes and source edges of records that have keys of the graph.
 * @param kinds where it is counted what became of them; not given where that was counted before
 * @returns the records of researchers that were written, whose affiliations are still to be stated
 */
export async function writeRecords(
  writing: Writing,
  records: readonly GraphRecord[],
  kinds: ImportSummary['kinds'] = emptySummary('online').kinds,
): Promise<ReadonlyMap<string, ResearcherRecord>> {
  const { transaction, source, touched } = writing;
  const readWorks = ofKind<WorkRecord>(records, 'work');
  const ids = unique(readWorks.map(({ id }) => id));
  const stored = byId(ids.length === 0 ? [] : await transaction.run(storedWorks, { ids }));
  const works = takeNewest('work', readWorks, stored, kinds);
  const fresh = [...works.keys()].filter((id) => !stored.has(id));
  const citers = await findEarlierCiters(transaction, fresh);
  const present = [...works.keys()].filter((id) => stored.has(id));
  const before = await readEdges(writing, present);

  const stating = readWorks.filter(({ id, hash }) => stored.get(id)?.hash !== hash);
  let researchers: ReadonlyMap<string, ResearcherRecord> = new Map();
  for (const kind of statedKinds) {
    const read = ofKind<StatedRecord>(records, kind);
    const newest = await writeStated(writing, kind, read, statementsOf(kind, records, stating), kinds);
    if (kind === 'researcher') researchers = newest as ReadonlyMap<string, ResearcherRecord>;
  }
  if (works.size > 0) {
    await writeWorks(writing, { works, stored, before });
    await writeCitations(transaction, { works, before, citers, source }, touched);
    await joinArticles(writing, works, new Set(present.filter((id) => stored.get(id)?.supplement != null)));
  }
  return researchers;
}

/** Writes what was said in passing of nodes of one kind. */
export async function writeStatements(
  writing: Writing,
  kind: StatedKind,
  statements: readonly Statement[],
): Promise<void> {
  await writeStated(writing, kind, [], greatestOf(statements), emptySummary('online').kinds);
}

function takeNewest<R extends GraphRecord>(
  kind: RecordKind,
  records: readonly R[],
  stored: ReadonlyMap<string, StoredRecord>,
  kinds: ImportSummary['kinds'],
): ReadonlyMap<string, R> {
  const newest = newestOf(records, stored);
  countOutcomes(kinds[kind], records.length, newest, stored);
  return newest;
}

async function writeStated(
  { transaction, source, touched, counts }: Writing,
  kind: StatedKind,
  records: readonly StatedRecord[],
  statements: ReadonlyMap<string, string>,
  kinds: ImportSummary['kinds'],
): Promise<ReadonlyMap<string, StatedRecord>> {
  const ids = unique([...records.map(({ id }) => id), ...statements.keys()]);
  if (ids.length === 0) return new Map();
  const stored = byId(await transaction.run(storedNodes[kind], { ids }));
  const newest = takeNewest(kind, records, stored, kinds);
  const rows: Properties[] = [];
  for (const id of ids) {
    const known = stored.get(id);
    const record = newest.get(id);
    const statement = statements.get(id);
    if (record === undefined && statement === undefined) continue;
    const change = changeOf({ kind, id, stored: known, record, statement }, source);
    if (change === null) continue;
    rows.push(change.properties);
    if (known === undefined) touched.create(kind, id);
    else if (change.visible) touched.update(kind, id);
    else touched.note();
    if (record !== undefined || known?.hash) counts.add(known, change.properties.sources as string);
  }
  if (rows.length > 0) await transaction.run(writeNodes[kind], { rows });
  return newest;
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
