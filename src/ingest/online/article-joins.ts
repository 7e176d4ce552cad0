import { read } from '../../core/queries.js';
import type { WorkRecord } from '../records.js';
import { sortKey } from '../sort-key.js';
import { SAME_WORK } from './articles.js';
import type { Move } from './move-plan.js';
import { moveNodes } from './moves.js';
import type { Properties, StoredWorkEdges } from './statements.js';
import { supplementWorks } from './supplement-works.js';
import { type Recorded, recordedOf, type Supplement } from './supplements.js';
import { readEdges } from './work-edges.js';
import type { Writing } from './writing.js';

type ArticleNode = Properties &
  Recorded & { readonly hash?: string; readonly sourceUpdatedAt?: string; readonly retracted: boolean };

const articlesOfWorks = read<
  { rows: readonly { id: string; arxivId: string | null; doi: string | null }[] },
  { readonly id: string; readonly article: string; readonly properties: ArticleNode }
>('ingest.articles-of-works');

/**
 * Finds works that arXiv alone knew among works that were just written, and joins them: the key of the other source
 * stands for both, what arXiv says is added to its record, and authors known from that article alone are those of the
 * same name on the byline.
 * @param supplemented ids of works that some article has been added to before
 */
export async function joinArticles(
  writing: Writing,
  works: ReadonlyMap<string, WorkRecord>,
  supplemented: ReadonlySet<string>,
): Promise<void> {
  const rows = [...works.values()]
    .filter(({ id, arxivId, doi }) => !id.startsWith('arxiv:') && (arxivId !== null || doi !== null))
    .map(({ id, arxivId, doi }) => ({ id, arxivId, doi }));
  if (rows.length === 0) return;
  const joined = new Map<string, { id: string; properties: ArticleNode }>();
  for (const { id, article, properties } of await writing.transaction.run(articlesOfWorks, { rows })) {
    const isOther = works.get(id)?.arxivId != null && works.get(id)?.arxivId !== properties.arxivId;
    const isTaken = supplemented.has(id) || joined.has(article) || [...joined.values()].some((work) => work.id === id);
    if (!isOther && !isTaken) joined.set(article, { id, properties });
  }
  if (joined.size === 0) return;

  const edges = await readEdges(
    writing,
    [...joined].flatMap(([article, { id }]) => [article, id]),
  );
  const moves: Move[] = [];
  const supplements = new Map<string, Supplement>();
  for (const [article, { id, properties }] of joined) {
    moves.push({ kind: 'work', from: article, to: id, reason: SAME_WORK });
    moves.push(...authorMoves(edges.get(article), edges.get(id)));
    supplements.set(id, supplementFrom(properties, edges.get(article)));
  }
  await moveNodes(writing, moves);
  await supplementWorks(writing, supplements);
}

function authorMoves(article: StoredWorkEdges | undefined, work: StoredWorkEdges | undefined): Move[] {
  const reason = 'The same name on the byline of the same work.';
  const authors = [...(work?.authored ?? [])];
  const known = new Set(authors.map(([id]) => id));
  return (article?.authored ?? []).flatMap(([from, , name]) => {
    if (!from.startsWith('arxiv:') || known.has(from)) return [];
    const at = authors.findIndex(([, , printed]) => sortKey(printed) === sortKey(name));
    const [same] = at === -1 ? [] : authors.splice(at, 1);
    return same === undefined ? [] : [{ kind: 'researcher' as const, from, to: same[0], reason }];
  });
}

/** What arXiv said, as its own node still has it. */
function supplementFrom(node: ArticleNode, edges: StoredWorkEdges | undefined): Supplement {
  const { retracted, ...fields } = recordedOf(node);
  return {
    fields: fields as Supplement['fields'],
    withdrawn: retracted,
    topics: (edges?.about ?? []).filter(([id]) => id.startsWith('arxiv:')).map(([id]) => id),
    hash: node.hash ?? '',
    updated: node.sourceUpdatedAt ?? null,
  };
}
