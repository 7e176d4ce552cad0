import { isDeepStrictEqual } from 'node:util';
import { addSource } from '../code-points.js';
import type { WorkRecord } from '../records.js';
import { sortKey } from '../sort-key.js';
import type { Contribution } from './derived-changes.js';
import {
  about,
  authored,
  type EdgeRow,
  type Ends,
  edgesOfWorks,
  type Pair,
  producedAt,
  removeWorkEdges,
  type SourcedPair,
  type StoredWorkEdges,
} from './statements.js';
import type { Writing } from './writing.js';

/** The edges of a work but for citations, as they are or shall be, and what derived figures follow from beside them. */
export type WorkEdges = Omit<StoredWorkEdges, 'cites'>;
export type AuthoredEdge = StoredWorkEdges['authored'][number];
/** The same edge with other sources. */
export const withSources = ([id, position, name, corresponding, places, , statedAs]: AuthoredEdge, sources: string) =>
  [id, position, name, corresponding, places, sources, statedAs] as const satisfies AuthoredEdge;
export type AboutEdge = StoredWorkEdges['about'][number];

/** The edges, as they are now, of those works that are in the graph. */
export async function readEdges(
  { transaction }: Pick<Writing, 'transaction'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredWorkEdges>> {
  const edges = ids.length === 0 ? [] : await transaction.run(edgesOfWorks, { ids });
  return new Map(edges.map((work) => [work.id, work]));
}

/** Sources that add to what others say: what they alone state stays when another source's record is read. */
const ADDING_SOURCES = new Set(['arxiv', 'orcid']);

const addedByOthers = (sources: string, source: string): boolean =>
  sources.split(' ').every((name) => name !== source && ADDING_SOURCES.has(name));

/** The edges that a record gives its work, beside those that other sources added to what the record says. */
export function edgesOf(work: WorkRecord, former: WorkEdges | undefined, source: string): WorkEdges {
  const authoredBefore = new Map((former?.authored ?? []).map((edge) => [edge[0], edge]));
  const aboutBefore = new Map((former?.about ?? []).map((edge) => [edge[0], edge]));
  const authoredNow = work.authorships.map(
    ({ researcherId, position, name, corresponding, institutionIds, statedAs }): AuthoredEdge => [
      researcherId,
      position,
      name,
      corresponding,
      institutionIds.length === 0 ? null : institutionIds,
      addSource(authoredBefore.get(researcherId)?.[5], source),
      statedAs ?? authoredBefore.get(researcherId)?.[6] ?? null,
    ],
  );
  const aboutNow = work.topics.map(
    ({ id, score }): AboutEdge => [id, score, addSource(aboutBefore.get(id)?.[2], source)],
  );
  return {
    id: work.id,
    year: work.year,
    citationCount: work.citationCount,
    authorCount: work.byline.length,
    institutions: work.institutionIds,
    authored: [...authoredNow, ...addedAuthors(work, former, source)],
    about: [
      ...aboutNow,
      ...[...aboutBefore.values()].filter(
        ([id, , sources]) => addedByOthers(sources, source) && !work.topics.some((topic) => topic.id === id),
      ),
    ],
  };
}

/** Authors that another source added, where the record's byline still has their name and nobody else stands for it. */
function addedAuthors(work: WorkRecord, former: WorkEdges | undefined, source: string): AuthoredEdge[] {
  const added = (former?.authored ?? []).filter(([, , , , , sources]) => addedByOthers(sources, source));
  if (added.length === 0) return [];
  const taken = new Set(work.authorships.map(({ position }) => position));
  const known = new Set(work.authorships.map(({ researcherId }) => researcherId));
  return added.filter(
    ([researcher, position, name]) =>
      !known.has(researcher) && !taken.has(position) && sortKey(work.byline[position - 1] ?? '') === sortKey(name),
  );
}

/**
 * Puts edges in place of those that works have, and notes whose figures that changes. Only edges that differ are written.
 * The works are in the graph.
 * @param before the edges of those works that had any
 */
export async function replaceEdges(
  { transaction, derived, touched }: Writing,
  before: ReadonlyMap<string, WorkEdges>,
  after: readonly WorkEdges[],
): Promise<void> {
  const lost: { work: string; authored: Ends; about: Ends; producedAt: Ends }[] = [];
  const authoredRows: EdgeRow[] = [];
  const aboutRows: (SourcedPair & { score: number })[] = [];
  const producedAtRows: Pair[] = [];
  for (const work of after) {
    const former = before.get(work.id);
    derived.replace(former ? contributionOf(former) : null, contributionOf(work));
    noteChanges(former?.authored ?? [], work.authored, (id, changed) => touched.edges('researcher', id, changed));
    noteChanges(former?.about ?? [], work.about, (id, changed) => touched.edges('topic', id, changed));
    for (const id of new Set([...work.institutions, ...(former?.institutions ?? [])]))
      touched.edges('institution', id, false);
    // Edges to topics and institutions hold copies of the work's year and citations.
    const isCopied = former?.year === work.year && former.citationCount === work.citationCount;
    const authors = difference(former?.authored, work.authored, true);
    const topics = difference(former?.about, work.about, isCopied);
    const institutions = [former?.institutions ?? [], work.institutions].map((ids) => ids.map((id) => [id] as const));
    const places = difference(institutions[0], institutions[1] ?? [], isCopied);
    if ([authors, topics, places].some(({ gone }) => gone.length > 0))
      lost.push({
        work: work.id,
        authored: ends(authors.gone),
        about: ends(topics.gone),
        producedAt: ends(places.gone),
      });
    for (const [from, position, name, corresponding, institutionIds, sources, statedAs] of authors.come) {
      const properties = { position, name, corresponding, institutionIds, sources, statedAs };
      authoredRows.push({ from, to: work.id, properties });
    }
    for (const [to, score, sources] of topics.come) aboutRows.push({ from: work.id, to, score, sources });
    for (const [to] of places.come) producedAtRows.push({ from: work.id, to });
  }
  if (lost.length > 0) transaction.send(removeWorkEdges, { rows: lost });
  if (authoredRows.length > 0) await transaction.send(authored, { rows: authoredRows });
  if (aboutRows.length > 0) await transaction.send(about, { rows: aboutRows });
  if (producedAtRows.length > 0) await transaction.send(producedAt, { rows: producedAtRows });
}

type Edge = readonly [id: string, ...unknown[]];

/**
 * Which edges go and which come.
 * @param keeps whether an edge that is the same before and after may stay
 */
function difference<E extends Edge>(
  before: readonly E[] = [],
  after: readonly E[],
  keeps: boolean,
): { readonly gone: readonly string[]; readonly come: readonly E[] } {
  const former = new Map(before.map((edge) => [edge[0], edge]));
  const stays = new Set(
    keeps ? after.filter((edge) => isDeepStrictEqual(former.get(edge[0]), edge)).map(([id]) => id) : [],
  );
  return {
    gone: before.map(([id]) => id).filter((id) => !stays.has(id)),
    come: after.filter(([id]) => !stays.has(id)),
  };
}

const ends = (ids: readonly string[]): Ends => Object.fromEntries(ids.map((id) => [id, true as const]));

/** Tells of both ends' others whether their edge changes. */
function noteChanges(
  before: readonly Edge[],
  after: readonly Edge[],
  note: (id: string, changed: boolean) => void,
): void {
  const lost = new Map(before.map((edge) => [edge[0], edge]));
  for (const edge of after) {
    note(edge[0], !isDeepStrictEqual(lost.get(edge[0]), edge));
    lost.delete(edge[0]);
  }
  for (const id of lost.keys()) note(id, true);
}

/** In one order, whatever the order of reading: what is equal must look equal. */
const contributionOf = ({ authored, about, institutions, authorCount, year }: WorkEdges): Contribution => ({
  researchers: authored.map(([researcher]) => researcher).sort(),
  topics: about.map(([topic]) => topic).sort(),
  institutions: [...institutions].sort(),
  authorCount,
  year,
});
