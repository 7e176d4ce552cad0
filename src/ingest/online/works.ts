import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../core/database.js';
import { addSource } from '../code-points.js';
import type { WorkRecord } from '../records.js';
import type { Contribution, DerivedChanges } from './derived-changes.js';
import { workProperties } from './nodes.js';
import {
  about,
  authored,
  clearWorks,
  type EdgeRow,
  edgesOfWorks,
  type Pair,
  producedAt,
  type SourcedPair,
  type StoredRecord,
  type StoredWorkEdges,
  writeNodes,
} from './statements.js';
import type { Touched } from './touched.js';

/** Records to write in place of what the graph holds of their works. */
export interface WorkNews {
  readonly works: ReadonlyMap<string, WorkRecord>;
  readonly stored: ReadonlyMap<string, StoredRecord>;
  readonly source: string;
}

/** The edges, as they are now, of those works that are in the graph. */
export async function readEdges(
  transaction: Transaction,
  { works, stored }: WorkNews,
): Promise<ReadonlyMap<string, StoredWorkEdges>> {
  const ids = [...works.keys()].filter((id) => stored.has(id));
  const edges = ids.length === 0 ? [] : await transaction.run(edgesOfWorks, { ids });
  return new Map(edges.map((work) => [work.id, work]));
}

const NOTHING = { authored: [], about: [], institutions: [] };

/** Writes works with their authors, topics and institutions, and notes whose figures that changes. */
export async function writeWorks(
  transaction: Transaction,
  { works, stored, source }: WorkNews,
  before: ReadonlyMap<string, StoredWorkEdges>,
  derived: DerivedChanges,
  touched: Touched,
): Promise<void> {
  const rows = [...works.values()].map((work) => workProperties(work, addSource(stored.get(work.id)?.sources, source)));
  await transaction.run(writeNodes.work, { rows });
  if (before.size > 0) await transaction.run(clearWorks, { ids: [...before.keys()] });

  const authoredRows: EdgeRow[] = [];
  const aboutRows: (SourcedPair & { score: number })[] = [];
  const producedAtRows: Pair[] = [];
  for (const work of works.values()) {
    const former = before.get(work.id);
    if (stored.has(work.id)) touched.update('work', work.id);
    else touched.create('work', work.id);
    derived.replace(former ? contributionBefore(former) : null, contributionOf(work));
    authoredRows.push(...authorsOf(work, former, source, touched));
    aboutRows.push(...topicsOf(work, former, source, touched));
    producedAtRows.push(...work.institutionIds.map((to) => ({ from: work.id, to })));
    for (const id of new Set([...work.institutionIds, ...(former ?? NOTHING).institutions]))
      touched.edges('institution', id, false);
  }
  if (authoredRows.length > 0) await transaction.run(authored, { rows: authoredRows });
  if (aboutRows.length > 0) await transaction.run(about, { rows: aboutRows });
  if (producedAtRows.length > 0) await transaction.run(producedAt, { rows: producedAtRows });
}

function authorsOf(work: WorkRecord, former: StoredWorkEdges | undefined, source: string, touched: Touched): EdgeRow[] {
  const lost = new Map((former ?? NOTHING).authored.map(([researcher, ...rest]) => [researcher, rest]));
  const rows = work.authorships.map(({ researcherId, position, name, corresponding, institutionIds }) => {
    const known = lost.get(researcherId);
    lost.delete(researcherId);
    const institutions = institutionIds.length === 0 ? null : institutionIds;
    const sources = addSource(known?.[4], source);
    const same = isDeepStrictEqual(known, [position, name, corresponding, institutions, sources]);
    touched.edges('researcher', researcherId, !same);
    const properties = { position, name, corresponding, institutionIds: institutions, sources };
    return { from: researcherId, to: work.id, properties };
  });
  for (const researcher of lost.keys()) touched.edges('researcher', researcher, true);
  return rows;
}

function topicsOf(
  work: WorkRecord,
  former: StoredWorkEdges | undefined,
  source: string,
  touched: Touched,
): (SourcedPair & { score: number })[] {
  const lost = new Map((former ?? NOTHING).about.map(([topic, ...rest]) => [topic, rest]));
  const rows = work.topics.map(({ id, score }) => {
    const known = lost.get(id);
    lost.delete(id);
    const sources = addSource(known?.[1], source);
    touched.edges('topic', id, !isDeepStrictEqual(known, [score, sources]));
    return { from: work.id, to: id, score, sources };
  });
  for (const topic of lost.keys()) touched.edges('topic', topic, true);
  return rows;
}

/** In one order, whatever the order of reading: what is equal must look equal. */
const contribution = ({ researchers, topics, institutions, authorCount, year }: Contribution): Contribution => ({
  researchers: [...researchers].sort(),
  topics: [...topics].sort(),
  institutions: [...institutions].sort(),
  authorCount,
  year,
});

const contributionOf = (work: WorkRecord): Contribution =>
  contribution({
    researchers: work.authorships.map(({ researcherId }) => researcherId),
    topics: work.topics.map(({ id }) => id),
    institutions: work.institutionIds,
    authorCount: work.byline.length,
    year: work.year,
  });

const contributionBefore = (work: StoredWorkEdges): Contribution =>
  contribution({
    researchers: work.authored.map(([researcher]) => researcher),
    topics: work.about.map(([topic]) => topic),
    institutions: work.institutions,
    authorCount: work.authorCount,
    year: work.year,
  });
