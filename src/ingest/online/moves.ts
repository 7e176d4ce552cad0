import { read, write } from '../../core/queries.js';
import { type FormerId, retireIds } from '../../graph/resolve.log.js';
import type { RecordKind } from '../records.js';
import { movedEdges } from './moved-edges.js';
import { type Pair, type Properties, writeNodes } from './statements.js';
import { readEdges, replaceEdges } from './work-edges.js';
import type { Writing } from './writing.js';

/** An id that stands for nothing of its own any more. */
export interface Move {
  readonly from: string;
  /** What stands for it now; null where it is gone for good. */
  readonly to: string | null;
  readonly kind: RecordKind;
  /** In words, for those who held the id. */
  readonly reason: string;
}

interface NodeOfId {
  readonly id: string;
  readonly kind: RecordKind;
  readonly properties: Properties & { readonly hash?: string; readonly orcidRecord?: string; readonly sources: string };
}
type Rows<Row> = { readonly rows: readonly Row[] };
type Ids = { readonly ids: readonly string[] };
type Redirect = { readonly from: string; readonly to: string | null };

const nodesOfIds = read<Ids, NodeOfId>('ingest.nodes-of-ids');
const worksAround = read<Ids, { readonly id: string }>('ingest.works-around');
const redirectCitations = write<Rows<Pair>, { readonly citing: string }>('ingest.redirect-citations');
const renameWorks = write<Rows<Pair>, { readonly citing: string | null; readonly cited: string | null }>(
  'ingest.rename-works',
);
const moveStatedAffiliations = write<Rows<Pair>, { readonly institution: string }>('ingest.move-stated-affiliations');
const moveAffiliatedResearchers = write<Rows<Redirect>, { readonly researcher: string }>(
  'ingest.move-affiliated-researchers',
);
const moveInstitutionIds = write<Rows<Redirect>>('ingest.move-institution-ids');
const deleteNodes = write<Ids>('ingest.delete-nodes');

/**
 * Lets nodes stand for others: edges, citations and affiliations go to the one that is kept, and the former id resolves
 * to it. Where the one to be kept is not in the graph, the node goes on under its id. A node that becomes nothing goes
 * with its edges. Derived edges and figures follow at the end of the chunk. Of ids that are not in the graph it is noted
 * what became of them.
 */
export async function moveNodes(writing: Writing, moves: readonly Move[]): Promise<void> {
  const targets = finalTargets(moves);
  if (targets.size === 0) return;
  const ids = new Set([...targets.keys(), ...[...targets.values()].filter((id) => id !== null)]);
  const present = new Map(
    (await writing.transaction.run(nodesOfIds, { ids: [...ids] })).map((node) => [node.id, node]),
  );
  const going = [...targets].flatMap(([from, to]) => {
    const node = present.get(from);
    return node === undefined ? [] : [{ node, from, to }];
  });
  const renamed = new Map<string, string>();
  for (const { node, from, to } of going)
    if (to !== null && !present.has(to)) {
      renamed.set(from, to);
      if (node.kind !== 'work') present.set(to, await copyNode(writing, node, to));
      else present.set(to, { ...node, id: to });
    }

  await moveEdges(writing, going, targets, renamed);
  for (const { node, from, to } of going) {
    const happened = to === null ? 'DELETED' : 'MERGED';
    writing.touched.remove(node.kind, from, happened);
    if (to !== null) noteKept(writing, node.kind, to, renamed.has(from));
    const { hash, orcidRecord, sources } = node.properties;
    if (!renamed.has(from) && (hash ?? orcidRecord)) writing.counts.replace(sources, null);
  }
  const gone = going.filter(({ node, from }) => !(node.kind === 'work' && renamed.has(from))).map(({ from }) => from);
  if (gone.length > 0) await writing.transaction.run(deleteNodes, { ids: gone });
  const noted = moves.filter(({ from }) => targets.has(from));
  await retireIds(writing.transaction, noted.map(noteOf), writing.now);
  writing.touched.note();
}

function noteKept({ touched }: Writing, kind: RecordKind, id: string, isNew: boolean): void {
  if (isNew) touched.create(kind, id);
  else if (kind === 'work') touched.update(kind, id);
  else touched.edges(kind, id, true);
}

const noteOf = ({ from, to, reason }: Move): FormerId =>
  to === null
    ? { id: from, state: 'DELETED', targets: [], reason }
    : { id: from, state: 'MERGED', targets: [to], reason };

/** Where each id leads in the end, also over others that move; a circle leads nowhere and is left out. */
function finalTargets(moves: readonly Move[]): Map<string, string | null> {
  const next = new Map(moves.map(({ from, to }) => [from, to]));
  const final = new Map<string, string | null>();
  for (const from of next.keys()) {
    const seen = new Set([from]);
    let to = next.get(from) ?? null;
    while (to !== null && next.has(to) && !seen.has(to)) {
      seen.add(to);
      to = next.get(to) ?? null;
    }
    if (to === null || !seen.has(to)) final.set(from, to);
  }
  return final;
}

/** What a node's own record says goes on under another id, until a record of that id comes. */
async function copyNode(writing: Writing, { kind, properties }: NodeOfId, id: string): Promise<NodeOfId> {
  const copy = { ...properties, id, sourceUpdatedAt: null };
  await writing.transaction.run(writeNodes[kind], { rows: [copy] });
  return { id, kind, properties: copy };
}

type Going = { readonly node: NodeOfId; readonly from: string; readonly to: string | null };

async function moveEdges(
  writing: Writing,
  going: readonly Going[],
  targets: ReadonlyMap<string, string | null>,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  const { transaction, touched } = writing;
  const ofKind = (kind: RecordKind): Going[] => going.filter(({ node }) => node.kind === kind);

  const works = ofKind('work');
  const renames = works.filter(({ from }) => renamed.has(from)).map(({ from, to }) => ({ from, to: to as string }));
  const others = works.filter(({ from }) => !renamed.has(from));
  for (const { citing, cited } of renames.length > 0 ? await transaction.run(renameWorks, { rows: renames }) : [])
    touched.update('work', (citing ?? cited) as string);
  const merged = others.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  for (const { citing } of merged.length > 0 ? await transaction.run(redirectCitations, { rows: merged }) : [])
    touched.update('work', citing);

  const around = going.filter(({ node }) => node.kind !== 'work').map(({ from }) => from);
  const touching = around.length > 0 ? await transaction.run(worksAround, { ids: around }) : [];
  const vanishing = new Set(others.map(({ from }) => from));
  const before = await readEdges(writing, [...new Set([...touching.map(({ id }) => id), ...vanishing])]);
  const institutions = ofKind('institution').map(({ from, to }) => ({ from, to }));
  if (institutions.length > 0) {
    await transaction.run(moveInstitutionIds, { rows: institutions });
    for (const { researcher } of await transaction.run(moveAffiliatedResearchers, { rows: institutions }))
      touched.edges('researcher', researcher, true);
  }
  const after = [...before.values()].map((edges) =>
    vanishing.has(edges.id) ? { ...edges, authored: [], about: [], institutions: [] } : movedEdges(edges, targets),
  );
  await replaceEdges(writing, before, after);
  for (const { id, cites } of before.values())
    if (vanishing.has(id)) for (const [cited] of cites) touched.update('work', cited);
    else touched.update('work', id);
  const researchers = ofKind('researcher').flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  if (researchers.length > 0)
    for (const { institution } of await transaction.run(moveStatedAffiliations, { rows: researchers }))
      touched.edges('institution', institution, true);
}
