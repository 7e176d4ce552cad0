import type { GraphRecord, RecordKind, Statement } from '../records.js';
import { emptySummary, type ImportSummary } from '../summary.js';
import { countOutcomes, newestOf } from './newest.js';
import { changeOf, greatestOf, type MergedFacts, type StatedKind, type StatedRecord } from './nodes.js';
import type { PersonStatement } from './person-record.js';
import { hasRecord } from './record-counts.js';
import { type Properties, type StoredRecord, storedNodes, writeNodes } from './statements.js';
import type { Writing } from './writing.js';

/** What ORCID says of researchers now, by their ids; null where it says nothing any more. */
export type People = ReadonlyMap<string, PersonStatement | null>;

/** Writes what ORCID says of researchers, with the institutions that it names. */
export async function writePeople(writing: Writing, people: People, institutions: readonly Statement[]): Promise<void> {
  await writeStatements({ ...writing, source: 'orcid' }, 'institution', institutions);
  await writeStated(writing, 'researcher', [], new Map(), emptySummary('online').kinds, people);
}

/** Writes what researchers have from records that were merged into them. */
export async function writeMerged(writing: Writing, merged: ReadonlyMap<string, MergedFacts | null>): Promise<void> {
  await writeStated(writing, 'researcher', [], new Map(), emptySummary('online').kinds, new Map(), merged);
}

/** Writes what was said in passing of nodes of one kind. */
export async function writeStatements(
  writing: Writing,
  kind: StatedKind,
  statements: readonly Statement[],
): Promise<void> {
  await writeStated(writing, kind, [], greatestOf(statements), emptySummary('online').kinds);
}

/** The records that tell something new; it is counted what became of all. */
export function takeNewest<R extends GraphRecord>(
  kind: RecordKind,
  records: readonly R[],
  stored: ReadonlyMap<string, StoredRecord>,
  kinds: ImportSummary['kinds'],
): ReadonlyMap<string, R> {
  const newest = newestOf(records, stored);
  countOutcomes(kinds[kind], records.length, newest, stored);
  return newest;
}

/** Writes nodes that occur inside works, too: what their records, works and ORCID say of them. */
export async function writeStated(
  { transaction, source, touched, counts }: Writing,
  kind: StatedKind,
  records: readonly StatedRecord[],
  statements: ReadonlyMap<string, string>,
  kinds: ImportSummary['kinds'],
  people: People = new Map(),
  merged: ReadonlyMap<string, MergedFacts | null> = new Map(),
): Promise<ReadonlyMap<string, StatedRecord>> {
  const ids = [...new Set([...records.map(({ id }) => id), ...statements.keys(), ...people.keys(), ...merged.keys()])];
  if (ids.length === 0) return new Map();
  const nodes = await transaction.run(storedNodes[kind], { ids });
  const stored = new Map(nodes.map((node) => [node.id, node]));
  const newest = takeNewest(kind, records, stored, kinds);
  const rows: Properties[] = [];
  for (const id of ids) {
    const known = stored.get(id);
    const record = newest.get(id);
    const statement = statements.get(id);
    const person = people.get(id);
    const facts = { record, statement, person, merged: merged.get(id) };
    if (Object.values(facts).every((fact) => fact === undefined)) continue;
    const change = changeOf({ kind, id, stored: known, ...facts }, source);
    if (change === null) continue;
    rows.push(change.properties);
    if (known === undefined) touched.create(kind, id);
    else if (change.visible) touched.update(kind, id);
    else touched.note();
    const before = known !== undefined && hasRecord(known) ? known.sources : null;
    const keepsPerson = person === undefined ? known?.orcidRecord != null : person !== null;
    const isRecord = record !== undefined || known?.hash != null || keepsPerson;
    counts.replace(before, isRecord ? (change.properties.sources as string) : null);
  }
  if (rows.length > 0) transaction.send(writeNodes[kind], { rows });
  return newest;
}
