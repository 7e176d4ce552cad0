import { restoreIds } from '../../graph/resolve.log.js';
import { STATED_SEPARATOR, type Statement } from '../records.js';
import { worksAround } from './moves.js';
import { writeStatements } from './stated-nodes.js';
import { type AuthoredEdge, readEdges, replaceEdges } from './work-edges.js';
import type { Writing } from './writing.js';

/**
 * Gives papers of arXiv back to authors who are known from them alone, where the persons who stood for those are about to
 * go: each paper has an author of its own then, under the place on its byline.
 */
export async function handBack(writing: Writing, ids: readonly string[]): Promise<void> {
  const works = ids.length === 0 ? [] : await writing.transaction.run(worksAround, { ids });
  if (works.length === 0) return;
  const leaving = new Set(ids);
  const before = await readEdges(
    writing,
    works.map(({ id }) => id),
  );
  const authors: Statement[] = [];
  const after = [...before.values()].map((work) => ({
    ...work,
    authored: work.authored.map((edge): AuthoredEdge => {
      const [id, position, name, ...rest] = edge;
      if (!leaving.has(id)) return edge;
      const author = `${work.id}:${position}`;
      authors.push({ id: author, stated: ['', name, ''].join(STATED_SEPARATOR) });
      return [author, position, name, ...rest];
    }),
  }));
  await restoreIds(
    writing.transaction,
    authors.map(({ id }) => id),
  );
  await writeStatements({ ...writing, source: 'arxiv' }, 'researcher', authors);
  for (const work of before.keys()) writing.touched.update('work', work);
  await replaceEdges(writing, before, after);
}
