import { addSource } from '../code-points.js';
import type { WorkRecord } from '../records.js';
import { workProperties } from './nodes.js';
import { type StoredWork, type StoredWorkEdges, writeNodes } from './statements.js';
import { combine, recordedOf, type Supplement } from './supplements.js';
import { edgesOf, replaceEdges } from './work-edges.js';
import type { Writing } from './writing.js';

/** Records to write in place of what the graph holds of their works. */
export interface WorkNews {
  readonly works: ReadonlyMap<string, WorkRecord>;
  readonly stored: ReadonlyMap<string, StoredWork>;
  /** Their edges as they are, of those that are in the graph. */
  readonly before: ReadonlyMap<string, StoredWorkEdges>;
}

/** Writes works with their authors, topics and institutions, and notes whose figures that changes. */
export function writeWorks(writing: Writing, { works, stored, before }: WorkNews): void {
  const { transaction, source, touched, counts } = writing;
  const supplemented = [...works.values()].map((work) => withSupplement(work, stored.get(work.id)?.supplement));
  const rows = supplemented.map(({ work, recorded }) => {
    const known = stored.get(work.id);
    const sources = addSource(known?.sources, source);
    counts.replace(known?.hash ? known.sources : null, sources);
    if (known === undefined) touched.create('work', work.id);
    else touched.update('work', work.id);
    return { ...workProperties(work, sources), recorded };
  });
  transaction.send(writeNodes.work, { rows });
  const edges = supplemented.map(({ work }) => edgesOf(work, before.get(work.id), source));
  replaceEdges(writing, before, edges);
}

/** A record with what arXiv said of the work before, and its own values as they are kept beside. */
function withSupplement(
  work: WorkRecord,
  supplement: string | null | undefined,
): { readonly work: WorkRecord; readonly recorded: string | null } {
  if (supplement == null) return { work, recorded: null };
  const recorded = recordedOf(work);
  const fields = combine(recorded, JSON.parse(supplement) as Supplement);
  return { work: { ...work, ...fields }, recorded: JSON.stringify(recorded) };
}
