import { keepAccountOf } from '../account/deeds.js';
import { findResult, noteDeed } from '../audit/audit.log.js';
import type { Database, Transaction } from '../core/database.js';
import { conflict, notFound } from '../core/errors.js';
import { newId } from '../core/ids.js';
import { read, write } from '../core/queries.js';
import type { Viewer } from '../core/viewer.js';
import { CHANGES_KEPT } from '../graph/changes.log.js';
import { DerivedChanges } from '../ingest/online/derived-changes.js';
import { finishWriting } from '../ingest/online/finish.js';
import { type NodeOfId, nodesOfIds } from '../ingest/online/move-plan.js';
import { RecordCounts } from '../ingest/online/record-counts.js';
import { lock } from '../ingest/online/statements.js';
import { Touched } from '../ingest/online/touched.js';
import type { Writing } from '../ingest/online/writing.js';
import type { Curation } from './curation.type.js';

/** Where decisions are carried out, and who decides. */
export interface Curator {
  readonly database: Database;
  /** Works with more names than this derive no joint figures. */
  readonly maxAuthors: number;
  /** The name of the moderator. */
  readonly by: string;
  /** The moderator, as logged in; absent in the shell. */
  readonly viewer?: Viewer | undefined;
  /** The key of the request that asks for it, where it has one. */
  readonly request?: string | null;
  /** How many changes the log keeps at least. */
  readonly changesKept?: number | undefined;
}

interface StoredCuration {
  readonly curation: Curation & {
    /** JSON of what it takes to undo it. */
    readonly before: string;
  };
  /** Later decisions, not undone, about one of its records. */
  readonly dependents: readonly (readonly [id: string, kind: Curation['kind'], at: string])[];
}

const create = write<
  Pick<Curation, 'id' | 'kind' | 'by'> & {
    now: string;
    researcherIds: readonly string[];
    workIds: readonly string[];
    before: string;
  }
>('curation.create');
const load = read<{ id: string }, StoredCuration>('curation.load');
const end = write<{ id: string; by: string; now: string }>('curation.end');
const list = read<{ limit: number }, Curation>('curation.list');
/** As many decisions are listed at once. */
const MOST_LISTED = 1_000;

/** All decisions, newest first. */
export const listCurations = ({ database }: Pick<Curator, 'database'>): Promise<readonly Curation[]> =>
  database.read(list, { limit: MOST_LISTED });

/** What was decided: the record that the moderator gets to see, and the decision's id. */
interface Decision {
  readonly researcher: string;
  /** The records that it concerns, that one among them. */
  readonly concerns: readonly string[];
  readonly action: 'MERGE' | 'SPLIT' | 'UNDO_CURATION';
  readonly curation: string;
}

/**
 * Carries a decision out in one transaction, in turn with imports, so that every figure is right at its end. When the
 * driver runs it again after it was committed, its entry in the audit log tells. One that takes longer than its request
 * has is carried out all the same.
 * @returns the id of the record
 */
export const curate = (
  { database, maxAuthors, changesKept = CHANGES_KEPT, by, viewer, request = null }: Curator,
  decide: (writing: Writing) => Promise<Decision>,
): Promise<string> => {
  const now = new Date().toISOString();
  const entryIds = [newId(), newId()];
  return database.write(
    async (transaction) => {
      if (viewer !== undefined) await keepAccountOf(transaction, viewer, now);
      await transaction.run(lock, {});
      const before = await findResult(transaction, { id: entryIds[0] as string, request });
      if (before !== null) return JSON.parse(before) as string;
      const writing: Writing = {
        ...{ transaction, source: '', now, touched: new Touched() },
        ...{ derived: new DerivedChanges(maxAuthors), counts: new RecordCounts(null) },
      };
      const { researcher, concerns, action, curation } = await decide(writing);
      const who = { accountId: viewer?.id ?? null, name: by };
      const others = concerns.filter((id) => id !== researcher);
      for (const [at, researcherId] of [researcher, ...others].entries())
        await noteDeed(transaction, {
          ...{ id: entryIds[at] as string, at: now, action, ...who, researcherId, subject: curation },
          ...(at === 0 && { request, result: JSON.stringify(researcher) }),
        });
      await finishWriting(writing, { maxAuthors, changesKept });
      return researcher;
    },
    { outlasts: true },
  );
};

/** Researchers by id, in the order asked. Throws NOT_FOUND for one that is not there. */
export async function findResearchers(transaction: Transaction, ids: readonly string[]): Promise<readonly NodeOfId[]> {
  const nodes = await transaction.run(nodesOfIds, { ids });
  return ids.map((id) => {
    const node = nodes.find((found) => found.id === id && found.kind === 'researcher');
    if (node === undefined) throw notFound('researcher', id);
    return node;
  });
}

/** Keeps a decision with what it takes to undo it. */
export async function keepCuration(
  { transaction, now }: Writing,
  curation: Pick<Curation, 'id' | 'kind' | 'by' | 'researcherIds' | 'workIds'>,
  before: unknown,
): Promise<void> {
  await transaction.run(create, { ...curation, now, before: JSON.stringify(before) });
}

/** A decision that may be undone. Throws NOT_FOUND, or CONFLICT where it was undone or a later one depends on it. */
export async function loadUndoable(transaction: Transaction, id: string): Promise<StoredCuration['curation']> {
  const [stored] = await transaction.run(load, { id });
  if (stored === undefined) throw notFound('curation', id);
  const { curation, dependents } = stored;
  if (curation.undone) throw conflict('This was undone before.');
  const [later] = dependents;
  if (later !== undefined) {
    const [laterId, kind, at] = later;
    throw conflict(`The ${kind} ${laterId} of ${at} depends on it: undo that first.`);
  }
  return curation;
}

/** Notes that a decision was undone. */
export async function endCuration({ transaction, now }: Writing, id: string, by: string): Promise<void> {
  await transaction.run(end, { id, by, now });
}
