import { conflict } from '../core/errors.js';
import { newId } from '../core/ids.js';
import { write } from '../core/queries.js';
import { recordedOf } from '../ingest/online/affiliations.js';
import { moveNodes, worksAround } from '../ingest/online/moves.js';
import type { MergedFacts } from '../ingest/online/nodes.js';
import { readStatement } from '../ingest/online/person-record.js';
import { writeResearchers } from '../ingest/online/seats.js';
import { writeMerged } from '../ingest/online/stated-nodes.js';
import { affiliationsOf, type StoredAffiliations, type StoredNode, storedNodes } from '../ingest/online/statements.js';
import { type AuthoredEdge, readEdges } from '../ingest/online/work-edges.js';
import type { Writing } from '../ingest/online/writing.js';
import { type Curator, curate, findResearchers, keepCuration } from './curations.js';
import { holdPeople, keepPeople, peopleOf } from './people.js';

/** Keeps what is stated of affiliations beside what came with a merge. */
export const keepAffiliations = write<{
  id: string;
  recordedAffiliations: string | null;
  mergedAffiliations: string | null;
}>('curation.keep-affiliations');

/** So many works fit one transaction of a database with little memory. */
export const MOST_WORKS = 5_000;

/** What it takes to undo a merge: how things were. */
export interface BeforeMerge {
  /** The record that went, whole. */
  readonly node: Readonly<Record<string, unknown>>;
  /** Its places on bylines, and that of the record that was kept where that stood there, too. */
  readonly places: readonly {
    readonly work: string;
    readonly edge: AuthoredEdge;
    readonly kept: AuthoredEdge | null;
  }[];
  readonly affiliations: StoredAffiliations['stored'];
  /** Of the record that was kept. */
  readonly kept: {
    readonly merged: MergedFacts | null;
    readonly hadPerson: boolean;
    readonly mergedAffiliations: string | null;
  };
}

/**
 * Lets one record stand for two that are one person: works, affiliations, names, iD and followers of the second go to the
 * first, whose own facts count first; the second's id resolves to it, and what sources state under it goes there, too.
 * Throws NOT_FOUND, BAD_USER_INPUT, and CONFLICT where the second is claimed or has too many works.
 * @returns the id of the record that is kept
 */
export function mergeResearchers(curator: Curator, keepId: string, mergeId: string): Promise<string> {
  const id = newId();
  return curate(curator, async (writing) => {
    const { transaction } = writing;
    if (keepId === mergeId) throw conflict('A record cannot be merged with itself.');
    await holdPeople(transaction, [keepId, mergeId]);
    const [kept, merged] = await findResearchers(transaction, [keepId, mergeId]);
    if (merged?.properties.claim === 'CLAIMED')
      throw conflict(
        kept?.properties.claim === 'CLAIMED'
          ? 'Both records are claimed by their owners.'
          : 'The second record is claimed by its owner: it must be the one that is kept.',
      );
    const works = (await transaction.run(worksAround, { ids: [mergeId] })).map((work) => work.id);
    if (works.length > MOST_WORKS)
      throw conflict(`The second record has ${works.length} works, more than ${MOST_WORKS}: keep that one.`);
    const before = await stateBefore(writing, { keepId, mergeId, works, node: merged?.properties ?? {} });
    await keepApart(writing, keepId, mergeId);
    const people = await peopleOf(transaction, mergeId, keepId);
    await moveNodes(writing, [
      {
        kind: 'researcher',
        from: mergeId,
        to: keepId,
        reason: 'A moderator found both records to be one person.',
        curation: id,
      },
    ]);
    const facts = factsOf(before.kept.merged, merged?.properties ?? {});
    const person = before.kept.hadPerson ? null : readStatement(merged?.properties.orcidRecord);
    await writeMerged(writing, new Map([[keepId, facts]]));
    if (person !== null) await writeResearchers(writing, new Map([[keepId, person]]));
    await keepCuration(
      writing,
      { id, kind: 'MERGE', by: curator.by, researcherIds: [keepId, mergeId], workIds: works },
      before,
    );
    await keepPeople(transaction, id, people);
    return { researcher: keepId, concerns: [keepId, mergeId], action: 'MERGE', curation: id };
  });
}

async function stateBefore(
  writing: Writing,
  {
    keepId,
    mergeId,
    works,
    node,
  }: { keepId: string; mergeId: string; works: readonly string[]; node: BeforeMerge['node'] },
): Promise<BeforeMerge> {
  const { transaction } = writing;
  const edges = await readEdges(writing, works);
  const [stored] = await transaction.run(storedNodes.researcher, { ids: [keepId] });
  const [kept, merged] = await Promise.all(
    [keepId, mergeId].map(async (id) => (await transaction.run(affiliationsOf, { ids: [id] }))[0]),
  );
  return {
    node,
    places: [...edges].map(([work, { authored }]) => ({
      work,
      edge: authored.find(([id]) => id === mergeId) as AuthoredEdge,
      kept: authored.find(([id]) => id === keepId) ?? null,
    })),
    affiliations: (merged?.stored ?? []).filter(([, , , , , stated]) => stated),
    kept: {
      merged: mergedFacts(stored),
      hadPerson: stored?.orcidRecord != null,
      mergedAffiliations: kept?.mergedAffiliations ?? null,
    },
  };
}

const mergedFacts = (stored: StoredNode | undefined): MergedFacts | null =>
  stored?.mergedNames == null ? null : { names: stored.mergedNames, orcid: stored.mergedOrcid ?? null };

/** Keeps the affiliations of both records apart, so that either may be read anew. */
async function keepApart({ transaction }: Writing, keepId: string, mergeId: string): Promise<void> {
  const rows = await transaction.run(affiliationsOf, { ids: [keepId, mergeId] });
  const [kept, merged] = [keepId, mergeId].map((id) => rows.find((row) => row.id === id));
  if (kept === undefined || merged === undefined) return;
  const before = kept.mergedAffiliations === null ? [] : (JSON.parse(kept.mergedAffiliations) as object[]);
  const others = merged.mergedAffiliations === null ? [] : (JSON.parse(merged.mergedAffiliations) as object[]);
  await transaction.run(keepAffiliations, {
    id: keepId,
    recordedAffiliations: JSON.stringify(recordedOf(kept)),
    mergedAffiliations: JSON.stringify([...before, ...recordedOf(merged), ...others]),
  });
}

/** What a record brings with it: its names and iD, and those that it had from others. */
function factsOf(before: MergedFacts | null, node: BeforeMerge['node']): MergedFacts {
  const names = [node.name as string, ...((node.otherNames as readonly string[] | undefined) ?? [])];
  return {
    names: [...new Set([...(before?.names ?? []), ...names])],
    orcid: before?.orcid ?? (node.orcid as string | undefined) ?? null,
  };
}
