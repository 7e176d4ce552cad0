import { read, write } from '../../core/queries.js';
import { type FormerId, retireIds } from '../../graph/resolve.log.js';
import type { RecordKind } from '../records.js';
import { sortKey } from '../sort-key.js';
import { type Going, type Move, type MovePlan, planMoves } from './move-plan.js';
import { findCitations, moveCitations } from './moved-citations.js';
import { movedEdges } from './moved-edges.js';
import { keepKeys } from './moved-keys.js';
import { listsAfter, renewLists } from './moved-lists.js';
import { moveSupplements } from './moved-supplements.js';
import { FORMER_HASH } from './newest.js';
import { type Properties, writeNodes } from './statements.js';
import { readEdges, replaceEdges } from './work-edges.js';
import type { Writing } from './writing.js';

type Ids = { readonly ids: readonly string[] };
type Redirects = { readonly rows: readonly { readonly from: string; readonly to: string | null }[] };

/** The works of researchers, topics and institutions. */
export const worksAround = read<Ids, { readonly id: string }>('ingest.works-around');
const moveStatedAffiliations = write<Redirects, { readonly institution: string }>('ingest.move-stated-affiliations');
const moveAffiliatedResearchers = write<Redirects, { readonly researcher: string }>(
  'ingest.move-affiliated-researchers',
);
const movePeople = write<Redirects & { readonly reason: string; readonly now: string }>('ingest.move-people');
const releasePeople = write<Ids>('ingest.release-people');

/** Why a claim ends when its record goes to another that has an owner. */
export const CLAIM_OF_MERGED = 'The record is a part of another now, whose owner is known.';
const deleteNodes = write<Ids>('ingest.delete-nodes');

/**
 * Lets nodes stand for others: edges, citations and affiliations go to the one that is kept, and the former id resolves
 * to it. Of two works the one that is kept has its own authors, topics and references. Where the one to be kept is not
 * in the graph, the node goes on under its id until a record of that comes. A node that becomes nothing goes with its
 * edges. Derived edges and figures follow at the end of the chunk. Of ids that are not in the graph it is noted what
 * became of them.
 */
export async function moveNodes(writing: Writing, moves: readonly Move[]): Promise<void> {
  const plan = await planMoves(writing.transaction, moves);
  const { going, renamed } = plan;
  if (plan.moves.length === 0) return;
  const citations = await findCitations(writing.transaction, plan);
  await copyNodes(writing, plan);
  await moveWorkEdges(writing, plan);
  await moveCitations(writing, plan, citations);
  await moveAffiliations(writing, plan);
  for (const { node, from, to } of going) {
    if (to !== null) noteKept(writing, node.kind, to, renamed.has(from));
    writing.touched.remove(node.kind, from, to === null ? 'DELETED' : 'MERGED');
    const { hash, orcidRecord, sources } = node.properties;
    if (!renamed.has(from) && (hash ?? orcidRecord)) writing.counts.replace(sources, null);
  }
  if (going.length > 0) await writing.transaction.run(deleteNodes, { ids: going.map(({ from }) => from) });
  await moveSupplements(writing, plan);
  await retireIds(writing.transaction, plan.moves.map(noteOf), writing.now);
  await keepKeys(writing, plan);
  writing.touched.note();
}

function noteKept({ touched }: Writing, kind: RecordKind, id: string, isNew: boolean): void {
  if (isNew) touched.create(kind, id);
  else if (kind === 'work') touched.update(kind, id);
  else touched.edges(kind, id, true);
}

const noteOf = ({ from, to, reason, curation, date }: Move): FormerId =>
  to === null
    ? { id: from, state: 'DELETED', targets: [], reason, date }
    : { id: from, state: 'MERGED', targets: [to], reason, curation, date };

/** Makes the nodes of ids that nothing stood for: what the record of the former id says, until a record comes. */
async function copyNodes({ transaction }: Writing, { going, renamed, targets }: MovePlan): Promise<void> {
  const rows: Record<RecordKind, Properties[]> = { topic: [], institution: [], researcher: [], work: [] };
  for (const { node, from } of going) {
    const id = renamed.get(from);
    if (id === undefined) continue;
    const { properties, kind } = node;
    // The name is the id where no source gave one.
    const name = properties.name === from ? { name: id, ...(kind === 'researcher' && { sortName: sortKey(id) }) } : {};
    const lists = kind === 'work' ? listsAfter({ ...properties, id }, targets) : {};
    const record = properties.hash ? { hash: FORMER_HASH, sourceUpdatedAt: null } : {};
    rows[kind].push({ ...properties, ...name, ...lists, ...record, id });
  }
  for (const [kind, copies] of Object.entries(rows) as [RecordKind, Properties[]][])
    if (copies.length > 0) await transaction.run(writeNodes[kind], { rows: copies });
}

/** Authors, topics and institutions of works that go, and of those around others that go. */
async function moveWorkEdges(writing: Writing, { moves, going, targets, renamed }: MovePlan): Promise<void> {
  const { transaction, touched } = writing;
  const curated = new Set(moves.filter(({ curation }) => curation !== undefined).map(({ from }) => from));
  const leaving = new Set(going.filter(({ node }) => node.kind === 'work').map(({ from }) => from));
  const ids = going.filter(({ node }) => node.kind !== 'work').map(({ from }) => from);
  const around = ids.length === 0 ? [] : await transaction.run(worksAround, { ids });
  const before = await readEdges(writing, [...new Set([...around.map(({ id }) => id), ...leaving])]);
  const after = [...before.values()].flatMap((edges) => {
    if (!leaving.has(edges.id)) return [movedEdges(edges, targets, curated)];
    const id = renamed.get(edges.id);
    const none = { ...edges, authored: [], about: [], institutions: [] };
    return id === undefined ? [none] : [none, { ...movedEdges(edges, targets), id }];
  });
  await renewLists(
    writing,
    [...before.values()].filter(({ institutions }) => institutions.some((id) => targets.has(id))).map(({ id }) => id),
    targets,
  );
  await replaceEdges(writing, before, after);
  for (const id of before.keys()) if (!leaving.has(id)) touched.update('work', id);
}

async function moveAffiliations({ transaction, touched, now }: Writing, { going }: MovePlan): Promise<void> {
  const of = (kind: RecordKind) =>
    going.filter(({ node }: Going) => node.kind === kind).map(({ from, to }) => ({ from, to }));
  const institutions = of('institution');
  if (institutions.length > 0)
    for (const { researcher } of await transaction.run(moveAffiliatedResearchers, { rows: institutions }))
      touched.edges('researcher', researcher, true);
  const researchers = of('researcher');
  if (researchers.length === 0) return;
  const deleted = researchers.filter(({ to }) => to === null).map(({ from }) => from);
  if (deleted.length > 0) await transaction.run(releasePeople, { ids: deleted });
  await transaction.run(movePeople, { rows: researchers, reason: CLAIM_OF_MERGED, now });
  for (const { institution } of await transaction.run(moveStatedAffiliations, { rows: researchers }))
    touched.edges('institution', institution, true);
}
