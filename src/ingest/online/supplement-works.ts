import { read } from '../../core/queries.js';
import type { ArxivRecord } from '../arxiv/arxiv-record.js';
import { addSource, withoutSource } from '../code-points.js';
import { type Properties, writeNodes } from './statements.js';
import { combine, type Recorded, recordedOf, type Supplement, supplementOf } from './supplements.js';
import { type AboutEdge, readEdges, replaceEdges, type WorkEdges } from './work-edges.js';
import type { Writing } from './writing.js';

interface StoredWork {
  readonly id: string;
  readonly properties: Properties & {
    readonly sources: string;
    readonly hash?: string;
    /** JSON of what the work's own record says of the fields that a supplement may give. */
    readonly recorded?: string;
  };
}

const worksToSupplement = read<{ ids: readonly string[] }, StoredWork>('ingest.works-to-supplement');

/** Adds to works what arXiv says of them; their own records stay first. */
export async function supplementWorks(
  writing: Writing,
  supplements: ReadonlyMap<string, ArxivRecord | Supplement>,
): Promise<void> {
  if (supplements.size === 0) return;
  const { transaction, touched, counts } = writing;
  const ids = [...supplements.keys()];
  const stored = await transaction.run(worksToSupplement, { ids });
  const before = await readEdges(writing, ids);
  const rows: Properties[] = [];
  const after: WorkEdges[] = [];
  for (const { id, properties } of stored) {
    const news = supplements.get(id) as ArxivRecord | Supplement;
    const supplement = 'fields' in news ? news : supplementOf(news);
    const recorded = properties.recorded
      ? (JSON.parse(properties.recorded) as Recorded)
      : recordedOf(properties as unknown as Recorded);
    const fields = combine(recorded, supplement);
    const sources = addSource(properties.sources, 'arxiv');
    if (properties.hash) counts.replace(properties.sources, sources);
    touched.update('work', id);
    rows.push({
      ...{ id, ...fields, sources, sortYear: fields.year ?? 0 },
      ...{ recorded: JSON.stringify(recorded), supplement: JSON.stringify(supplement) },
    });
    const edges = before.get(id);
    if (edges !== undefined)
      after.push({ ...edges, year: fields.year, about: withCategories(edges.about, supplement.topics) });
  }
  transaction.send(writeNodes.work, { rows });
  await replaceEdges(writing, before, after);

  function withCategories(about: readonly AboutEdge[], topics: readonly string[]): AboutEdge[] {
    const known = new Map(about.map((edge) => [edge[0], edge]));
    const others = about.filter(([id, , sources]) => sources !== 'arxiv' && !topics.includes(id));
    return [
      ...others,
      ...topics.map((id): AboutEdge => [id, known.get(id)?.[1] ?? 1, addSource(known.get(id)?.[2], 'arxiv')]),
    ];
  }
}

/** Takes from works what arXiv said of them. */
export async function withdrawSupplements(writing: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { transaction, touched, counts } = writing;
  const stored = await transaction.run(worksToSupplement, { ids });
  const before = await readEdges(writing, ids);
  const rows: Properties[] = [];
  const after: WorkEdges[] = [];
  for (const { id, properties } of stored) {
    const fields = JSON.parse(properties.recorded ?? '{}') as Partial<Recorded>;
    const sources = withoutSource(properties.sources, 'arxiv');
    if (properties.hash) counts.replace(properties.sources, sources);
    touched.update('work', id);
    rows.push({ id, ...fields, sources, sortYear: fields.year ?? 0, recorded: null, supplement: null });
    const edges = before.get(id);
    const about = (edges?.about ?? []).filter(([, , from]) => from !== 'arxiv');
    if (edges !== undefined)
      after.push({
        ...edges,
        year: fields.year ?? null,
        about: about.map(([topic, score, from]) => [topic, score, withoutSource(from, 'arxiv')]),
      });
  }
  transaction.send(writeNodes.work, { rows });
  await replaceEdges(writing, before, after);
}
