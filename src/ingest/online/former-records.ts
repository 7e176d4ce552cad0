import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import { type FormerRecord, recordKinds, type Statement } from '../records.js';
import type { ImportSummary } from '../summary.js';
import { findSuccessors } from './former-ids.js';
import { finalTargets, firstOfEach, knownIds, type Move } from './move-plan.js';
import { moveNodes } from './moves.js';
import type { StatedKind } from './nodes.js';
import { type PersonStatement, readStatement } from './person-record.js';
import { writeResearchers } from './seats.js';
import { type People, writeStatements } from './stated-nodes.js';
import { storedNodes } from './statements.js';
import type { Writing } from './writing.js';

const worksCountOf = read<{ ids: readonly string[] }, { readonly id: string; readonly works: number }>(
  'ingest.works-count-of',
);

/** As many works may change in one transaction: they are held in the database's memory until it is committed. */
const MOST_WORKS = 2_000;

/** How many of the records, from the first on, go into one transaction: one always does. */
async function fitting(transaction: Transaction, records: readonly FormerRecord[]): Promise<number> {
  const counts = await transaction.run(worksCountOf, { ids: [...new Set(records.map(({ id }) => id))] });
  const works = new Map(counts.map(({ id, works: count }) => [id, count]));
  let sum = 0;
  const end = records.findIndex(({ id }, place) => {
    sum += works.get(id) ?? 0;
    return place > 0 && sum > MOST_WORKS;
  });
  return end === -1 ? records.length : end;
}

/**
 * Takes in what a source says became of its ids. Passed over are ids of which neither the one that went nor the one that
 * stands for it is in the graph: a source's list names many millions of those. Of two things said of one id the one read
 * first counts.
 * @returns the records that are left for another transaction
 */
export async function retireFormer(
  writing: Writing,
  all: readonly FormerRecord[],
  kinds: ImportSummary['kinds'],
): Promise<readonly FormerRecord[]> {
  if (all.length === 0) return [];
  const taken = await fitting(writing.transaction, all);
  const records = all.slice(0, taken);
  const news = await newsOf(writing.transaction, records);
  for (const { of } of records) {
    kinds[of].read++;
    kinds[of].unchanged++;
  }
  for (const { kind } of news) {
    kinds[kind].unchanged--;
    kinds[kind].updated++;
  }
  if (news.length > 0) {
    const statements = await statementsOf(writing.transaction, news);
    const people = await peopleOf(writing.transaction, news);
    await moveNodes(writing, news);
    for (const [kind, handed] of statements) await writeStatements(writing, kind, handed);
    await writeResearchers(writing, people);
  }
  return all.slice(taken);
}

/** Which of the records change something, as moves to what stands for their targets today. */
async function newsOf(transaction: Transaction, records: readonly FormerRecord[]): Promise<Move[]> {
  const ids = records.flatMap(({ id, target }) => [id, ...(target === null ? [] : [target])]);
  const settled = await findSuccessors(transaction, ids);
  const all = [...ids, ...[...settled.values()].filter((id) => id !== null)];
  const known = new Set((await transaction.run(knownIds, { ids: [...new Set(all)] })).map(({ id }) => id));
  const moves = records
    .filter(({ id }) => known.has(id) || !settled.has(id))
    .map(({ of, id, target, reason }): Move => {
      const to = target !== null && settled.has(target) ? (settled.get(target) ?? null) : target;
      return { kind: of, from: id, to, reason };
    });
  const targets = finalTargets(moves);
  // Where nothing stands for a target yet, those that lead there from a node of the graph make it.
  const standing = new Set(known);
  for (const [from, to] of targets) if (known.has(from) && to !== null) standing.add(to);
  return firstOfEach(moves).filter(({ from }) => {
    const to = targets.get(from);
    return to !== undefined && (known.has(from) || (to !== null && standing.has(to)));
  });
}

/** What ORCID says of researchers who go, for those who stand for them; a record that those have already stays. */
async function peopleOf(transaction: Transaction, moves: readonly Move[]): Promise<People> {
  const targets = new Map([...finalTargets(moves)].filter(([, to]) => to !== null)) as ReadonlyMap<string, string>;
  const ids = moves
    .filter(({ kind }) => kind === 'researcher')
    .flatMap(({ from }) => [from, targets.get(from) ?? from]);
  const nodes = ids.length === 0 ? [] : await transaction.run(storedNodes.researcher, { ids: [...new Set(ids)] });
  const known = new Map(nodes.map(({ id, orcidRecord }) => [id, readStatement(orcidRecord)]));
  const people = new Map<string, PersonStatement>();
  for (const [from, to] of targets) {
    const person = known.get(from);
    if (person && !known.get(to) && !people.has(to)) people.set(to, person);
  }
  return people;
}

/**
 * What was said in passing of nodes that go, for those that stand for them: works that are read later say it of those at
 * once, and the order of reading must not matter.
 */
async function statementsOf(
  transaction: Transaction,
  moves: readonly Move[],
): Promise<ReadonlyMap<StatedKind, readonly Statement[]>> {
  const targets = finalTargets(moves);
  const statements = new Map<StatedKind, Statement[]>();
  for (const kind of recordKinds) {
    if (kind === 'work') continue;
    const ids = moves.filter((move) => move.kind === kind).map(({ from }) => from);
    const nodes = ids.length === 0 ? [] : await transaction.run(storedNodes[kind], { ids });
    const handed = nodes.flatMap(({ id, stated }) => {
      const to = targets.get(id);
      return stated === null || to == null ? [] : [{ id: to, stated }];
    });
    statements.set(kind, handed);
  }
  return statements;
}
