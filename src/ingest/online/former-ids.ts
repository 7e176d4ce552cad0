import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import type {
  Authorship,
  GraphRecord,
  ResearcherRecord,
  StatedAffiliation,
  Statement,
  WorkRecord,
} from '../records.js';
import type { ImportSummary } from '../summary.js';
import { findSplitAuthors } from './split-authors.js';

const hasFormerIds = read<Record<string, never>, { readonly any: boolean }>('ingest.has-former-ids');
interface FormerIdRow {
  readonly id: string;
  readonly to: string | null;
  readonly endedAt: string | null;
  readonly statedAs: string | null;
  readonly parts: readonly string[] | null;
}
const formerIds = read<{ ids: readonly string[] }, FormerIdRow>('ingest.former-ids');

/** What stands for an id now; undefined where it still stands for itself, null where what it stood for is gone. */
export type Successors = ReadonlyMap<string, string | null>;

/** What became of ids. */
interface Former {
  readonly successors: Successors;
  /** Of those that are gone, or led elsewhere, the date of the source's record that says so, where it has one. */
  readonly endedAt: ReadonlyMap<string, string>;
  /** Of those that a moderator joined to another: the id that sources go on to use. */
  readonly statedAs: ReadonlyMap<string, string>;
  /** Of those that were split: all that they stand for now, the rest under their own id first. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** What stands for those of the ids that moved. */
export async function findSuccessors(transaction: Transaction, ids: Iterable<string>): Promise<Successors> {
  const asked = [...ids];
  return asked.length === 0 ? new Map() : (await findFormer(transaction, asked)).successors;
}

/** What became of ids: those that still stand for themselves alone are left out. */
export async function findFormer(transaction: Transaction, ids: Iterable<string>): Promise<Former> {
  const [answer] = await transaction.run(hasFormerIds, {});
  const rows = answer?.any ? await transaction.run(formerIds, { ids: [...new Set(ids)] }) : [];
  return {
    successors: new Map(rows.filter(({ id, to }) => id !== to).map(({ id, to }) => [id, to])),
    endedAt: new Map(rows.flatMap(({ id, endedAt }) => (endedAt === null ? [] : [[id, endedAt] as const]))),
    statedAs: new Map(rows.flatMap(({ id, statedAs }) => (statedAs === null ? [] : [[id, statedAs] as const]))),
    parts: new Map(rows.flatMap(({ to, parts }) => (parts === null || to === null ? [] : [[to, parts] as const]))),
  };
}

/**
 * The records as they read with the ids of today: what names an id that moved names the one that stands for it. Records
 * of such an id are left out, and counted as unchanged, since the one that stands for it has a record of its own. Works
 * of an author whose record was split name the part that they belong to.
 */
export async function withPresentIds(
  transaction: Transaction,
  records: readonly GraphRecord[],
  { kinds, splitWorks }: Pick<ImportSummary, 'kinds' | 'splitWorks'>,
  maxAuthors: number,
): Promise<readonly GraphRecord[]> {
  const { successors, statedAs, parts } = await findFormer(transaction, allIds(records));
  if (successors.size === 0 && parts.size === 0) return records;
  for (const { id, kind } of records)
    if (successors.has(id)) {
      kinds[kind].read++;
      kinds[kind].unchanged++;
    }
  const present = records.filter(({ id }) => !successors.has(id)).map((record) => renew(record, successors, statedAs));
  if (parts.size === 0) return present;
  const works = present.filter((record) => record.kind === 'work');
  const { researchers, decided } = await findSplitAuthors(transaction, works, parts, maxAuthors);
  splitWorks.push(...decided);
  return present.map((record) => (record.kind === 'work' ? withSplitAuthors(record, researchers) : record));
}

function withSplitAuthors(work: WorkRecord, researchers: ReadonlyMap<string, string>): WorkRecord {
  const authorships = work.authorships.map((authorship) => {
    const { researcherId: id, statedAs = id } = authorship;
    const researcherId = researchers.get(`${work.id} ${id}`) ?? id;
    return researcherId === id ? authorship : { ...authorship, researcherId, statedAs };
  });
  return { ...work, authorships };
}

/** They are many, and wanted only where any id ever moved. */
function* allIds(records: readonly GraphRecord[]): Generator<string> {
  for (const record of records) yield* idsOf(record);
}

function idsOf(record: GraphRecord): string[] {
  if (record.kind === 'work') {
    const { researchers, institutions, topics } = record.statements;
    return [record.id, ...record.references, ...[...researchers, ...institutions, ...topics].map(({ id }) => id)];
  }
  return record.kind === 'researcher'
    ? [record.id, ...record.statements.institutions.map(({ id }) => id)]
    : [record.id];
}

function renew(record: GraphRecord, successors: Successors, statedAs: Former['statedAs']): GraphRecord {
  if (record.kind === 'work') return renewWork(record, successors, statedAs);
  return record.kind === 'researcher' ? renewResearcher(record, successors) : record;
}

const present = (id: string, successors: Successors): string | null => {
  const to = successors.get(id);
  return to === undefined ? id : to;
};

/** Ids as they read today, each once, those left out that stand for nothing. */
export const presentIds = (ids: readonly string[], successors: Successors): string[] => [
  ...new Set(ids.map((id) => present(id, successors)).filter((id) => id !== null)),
];

/** A work's references as they read today. Ids that stand for nothing stay, as those of works that never came do. */
export const presentReferences = (work: string, references: readonly string[], successors: Successors): string[] => [
  ...new Set(references.map((id) => present(id, successors) ?? id).filter((id) => id !== work)),
];

const presentStatements = (statements: readonly Statement[], successors: Successors): Statement[] =>
  statements.flatMap(({ id, stated }) => {
    const to = present(id, successors);
    return to === null ? [] : [{ id: to, stated }];
  });

function renewWork(work: WorkRecord, successors: Successors, statedAs: Former['statedAs']): WorkRecord {
  const authorships = new Map<string, Authorship>();
  let namesWithoutId = work.namesWithoutId;
  for (const authorship of work.authorships) {
    const researcherId = present(authorship.researcherId, successors);
    if (researcherId === null) {
      namesWithoutId++;
      continue;
    }
    const first = authorships.get(researcherId) ?? { ...authorship, statedAs: statedAs.get(authorship.researcherId) };
    // Who is named under the very id, too, needs no note of another.
    const stated = authorship.researcherId === researcherId ? undefined : first.statedAs;
    const institutionIds = presentIds([...first.institutionIds, ...authorship.institutionIds], successors);
    const corresponding = first.corresponding || authorship.corresponding;
    authorships.set(researcherId, { ...first, researcherId, corresponding, institutionIds, statedAs: stated });
  }
  const scores = new Map<string, number>();
  for (const { id, score } of work.topics) {
    const to = present(id, successors);
    if (to !== null) scores.set(to, Math.max(score, scores.get(to) ?? score));
  }
  const { researchers, institutions, topics } = work.statements;
  return {
    ...work,
    namesWithoutId,
    authorships: [...authorships.values()],
    topics: [...scores].map(([id, score]) => ({ id, score })),
    institutionIds: presentIds(work.institutionIds, successors),
    references: presentReferences(work.id, work.references, successors),
    statements: {
      researchers: presentStatements(researchers, successors),
      institutions: presentStatements(institutions, successors),
      topics: presentStatements(topics, successors),
    },
  };
}

/** Affiliations as they read today, one with each institution. */
export function presentAffiliations<One extends StatedAffiliation>(
  all: readonly One[],
  successors: Successors,
): readonly One[] {
  const affiliations = new Map<string, One>();
  // What is said of the one that is kept counts for more than what was said of the one that stands for it no more.
  const moved = ({ institutionId }: StatedAffiliation): number => Number(successors.has(institutionId));
  for (const affiliation of [...all].sort((one, other) => moved(one) - moved(other))) {
    const institutionId = present(affiliation.institutionId, successors);
    if (institutionId !== null && !affiliations.has(institutionId))
      affiliations.set(institutionId, { ...affiliation, institutionId });
  }
  return [...affiliations.values()];
}

const renewResearcher = (researcher: ResearcherRecord, successors: Successors): ResearcherRecord => ({
  ...researcher,
  affiliations: presentAffiliations(researcher.affiliations, successors),
  statements: { institutions: presentStatements(researcher.statements.institutions, successors) },
});
