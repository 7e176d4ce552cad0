import { conflict } from '../core/errors.js';
import { read } from '../core/queries.js';
import { restoreIds, retireIds } from '../graph/resolve.log.js';
import { moveNodes } from '../ingest/online/moves.js';
import { readStatement } from '../ingest/online/person-record.js';
import { writeResearchers } from '../ingest/online/seats.js';
import { writeMerged } from '../ingest/online/stated-nodes.js';
import { affiliated, affiliationsOf, type StoredAffiliations, writeNodes } from '../ingest/online/statements.js';
import { type AuthoredEdge, readEdges, replaceEdges, type WorkEdges } from '../ingest/online/work-edges.js';
import type { Writing } from '../ingest/online/writing.js';
import type { Curation } from './curation.type.js';
import { type Curator, curate, endCuration, findResearchers, loadUndoable } from './curations.js';
import { type BeforeMerge, keepAffiliations } from './merge.js';
import { claimApprovedSince, giveBack, holdPeople } from './people.js';
import type { BeforeSplit } from './split.js';

const worksStatedAs = read<{ researcher: string; statedAs: string }, { readonly id: string }>(
  'curation.works-stated-as',
);

/**
 * Takes a merge or a split back: every node, edge and figure is as it was, but for what sources have said since, which
 * goes to the record that they name. Throws NOT_FOUND, and CONFLICT where it was undone before or a later decision about
 * one of its records stands.
 * @returns the record that came back from a merge, or the one that is whole again after a split
 */
export const undoCuration = (curator: Curator, curationId: string): Promise<string> =>
  curate(curator, async (writing) => {
    const curation = await loadUndoable(writing.transaction, curationId);
    const undo = curation.kind === 'MERGE' ? undoMerge : undoSplit;
    const researcher = await undo(writing, curation, JSON.parse(curation.before));
    await endCuration(writing, curationId, curator.by);
    return { researcher, concerns: curation.researcherIds, action: 'UNDO_CURATION', curation: curationId };
  });

type Concerned = Pick<Curation, 'id' | 'researcherIds'>;

async function undoMerge(writing: Writing, { id, researcherIds }: Concerned, before: BeforeMerge): Promise<string> {
  const [keepId = '', mergeId = ''] = researcherIds;
  const { transaction, touched, counts } = writing;
  await holdPeople(transaction, [keepId]);
  await findResearchers(transaction, [keepId]);
  const claim = await claimApprovedSince(transaction, id);
  if (claim !== null)
    throw conflict(`The claim ${claim} on ${mergeId} was approved since: it must be taken back first.`);
  await restoreIds(transaction, [mergeId]);
  const { sources, hash, orcidRecord } = before.node as { sources: string; hash?: string; orcidRecord?: string };
  await transaction.run(writeNodes.researcher, { rows: [before.node] });
  touched.create('researcher', mergeId);
  if (hash ?? orcidRecord) counts.replace(null, sources);

  const since = await transaction.run(worksStatedAs, { researcher: keepId, statedAs: mergeId });
  const works = [...new Set([...before.places.map(({ work }) => work), ...since.map(({ id }) => id)])];
  const edges = await readEdges(writing, works);
  const places = new Map(before.places.map((place) => [place.work, place]));
  const after = [...edges.values()].map((work) => parted(work, { keepId, mergeId }, places.get(work.id)));
  await replaceEdges(writing, edges, after);
  for (const work of edges.keys()) touched.update('work', work);

  await giveBack(transaction, { curation: id, from: keepId, to: mergeId, now: writing.now });
  await giveAffiliations(writing, mergeId, before.affiliations);
  await takeBack(writing, keepId, before.kept);
  const person = readStatement(orcidRecord);
  if (person !== null) await writeResearchers(writing, new Map([[mergeId, person]]));
  return mergeId;
}

type Ids = { readonly keepId: string; readonly mergeId: string };

/** A byline with both records in their own places again. */
function parted(
  work: WorkEdges,
  { keepId, mergeId }: Ids,
  place: BeforeMerge['places'][number] | undefined,
): WorkEdges {
  const joint = work.authored.find(([id]) => id === keepId);
  // A source took the author off the byline in the meantime.
  if (joint === undefined) return work;
  const others = work.authored.filter((edge) => edge !== joint);
  const own = (statedAs: string | null): AuthoredEdge => {
    const [, position, name, corresponding, institutionIds, sources] = joint;
    return [mergeId, position, name, corresponding, institutionIds, sources, statedAs];
  };
  if (place?.kept) return { ...work, authored: [...others, place.kept, place.edge] };
  return { ...work, authored: [...others, own(place?.edge[6] ?? null)] };
}

/** States affiliations again that a record had. */
async function giveAffiliations(
  { transaction, touched }: Writing,
  id: string,
  stated: StoredAffiliations['stored'],
): Promise<void> {
  const rows = stated.map(([institutionId, works, fromYear, toYear, current, isStated, sources]) => ({
    ...{ from: id, to: institutionId },
    properties: { institutionId, works, fromYear, toYear, current, stated: isStated, sources },
  }));
  if (rows.length > 0) await transaction.run(affiliated, { rows });
  for (const { to } of rows) touched.edges('institution', to, true);
}

/** Takes from the record that was kept what came to it with the other. */
async function takeBack(writing: Writing, id: string, kept: BeforeMerge['kept']): Promise<void> {
  const { transaction, touched } = writing;
  const [affiliations] = await transaction.run(affiliationsOf, { ids: [id] });
  await transaction.run(keepAffiliations, {
    id,
    recordedAffiliations: affiliations?.recordedAffiliations ?? null,
    mergedAffiliations: kept.mergedAffiliations,
  });
  await writeMerged(writing, new Map([[id, kept.merged]]));
  if (!kept.hadPerson && affiliations?.orcidRecord != null) await writeResearchers(writing, new Map([[id, null]]));
  touched.edges('researcher', id, true);
}

async function undoSplit(writing: Writing, { researcherIds }: Concerned, { note }: BeforeSplit): Promise<string> {
  const [researcherId = '', newRecord = ''] = researcherIds;
  const { transaction, now } = writing;
  const [, parted] = await findResearchers(transaction, [researcherId, newRecord]);
  if (parted?.properties.claim === 'CLAIMED')
    throw conflict(`${newRecord} is claimed by its owner: the claim must be taken back first.`);
  await restoreIds(transaction, [researcherId]);
  if (note !== null) await retireIds(transaction, [{ id: researcherId, ...note }], now);
  await moveNodes(writing, [
    { kind: 'researcher', from: newRecord, to: researcherId, reason: 'A moderator took the split back.' },
  ]);
  return researcherId;
}
