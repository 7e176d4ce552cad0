import { read } from '../../core/queries.js';
import { articleKey, articleWork, authorStatement } from '../arxiv/article-work.js';
import type { ArxivRecord } from '../arxiv/arxiv-record.js';
import type { Authorship, WorkRecord } from '../records.js';
import { AuthorMatcher, nameKey } from './author-matcher.js';
import type { StoredWorkEdges } from './statements.js';
import { readEdges } from './work-edges.js';
import type { Writing } from './writing.js';

const takenIds = read<{ ids: readonly string[] }, { readonly id: string }>('ingest.taken-ids');

/**
 * The records of works that arXiv alone knows, with their authors.
 * @param own the articles; `known` where the graph holds an earlier version
 */
export async function identifyAuthors(
  writing: Writing,
  own: readonly { readonly article: ArxivRecord; readonly known: boolean }[],
  maxAuthors: number,
): Promise<WorkRecord[]> {
  if (own.length === 0) return [];
  const { transaction } = writing;
  const articles = own.map(({ article }) => article);
  const matcher = await AuthorMatcher.load(transaction, articles, maxAuthors);
  const former = await readEdges(
    writing,
    own.filter(({ known }) => known).map(({ article }) => articleKey(article.arxivId)),
  );
  const possible = articles.flatMap((article) => ownIds(article));
  const taken = new Set((await transaction.run(takenIds, { ids: possible })).map(({ id }) => id));
  return articles.map((article) => {
    const ids = authorIds(article, former.get(articleKey(article.arxivId)), matcher, taken);
    matcher.learn(article, ids);
    const authorships: Authorship[] = article.authors.flatMap(({ name }, place) => {
      const researcherId = ids[place];
      return researcherId == null
        ? []
        : [{ researcherId, position: place + 1, name, corresponding: false, institutionIds: [] }];
    });
    const statements = authorships
      .filter(({ researcherId }) => researcherId.startsWith('arxiv:'))
      .map(({ researcherId, position }) => authorStatement(article, researcherId, position));
    return articleWork(article, authorships, statements);
  });
}

/** Ids beyond a byline's length, for names that later versions add. */
const SPARE_IDS = 1_000;

/** The ids that authors of an article may get: more than there are, since an id is never given twice. */
const ownIds = ({ arxivId, authors }: ArxivRecord): string[] =>
  Array.from({ length: 2 * authors.length + SPARE_IDS }, (_, place) => `${articleKey(arxivId)}:${place + 1}`);

/**
 * Who stands at each place of the byline; null for collaborations. Whoever stood on it before under the same name stays;
 * then evidence decides; a person nobody knows is named for the article and the place, or the next number that is free.
 */
function authorIds(
  article: ArxivRecord,
  former: StoredWorkEdges | undefined,
  matcher: AuthorMatcher,
  takenIds: ReadonlySet<string>,
): readonly (string | null)[] {
  const ids: (string | null)[] = article.authors.map(() => null);
  const onByline = new Set<string>();
  const place = (at: number, id: string): void => {
    ids[at] = id;
    onByline.add(id);
  };
  const before = [...(former?.authored ?? [])].sort((one, other) => one[1] - other[1]);
  article.authors.forEach((author, at) => {
    const known = before.find(([id, , name]) => !onByline.has(id) && nameKey({ name }) === nameKey(author));
    if (known !== undefined && !author.collaboration) place(at, known[0]);
  });
  article.authors.forEach((author, at) => {
    if (author.collaboration || ids[at] !== null) return;
    const known = matcher.match(author, article, onByline);
    if (known !== null) place(at, known);
  });
  const all = ownIds(article);
  const spare = all.slice(article.authors.length).filter((id) => !takenIds.has(id));
  article.authors.forEach((author, at) => {
    if (author.collaboration || ids[at] !== null) return;
    const named = all[at];
    const id = named !== undefined && !takenIds.has(named) ? named : spare.shift();
    if (id !== undefined) place(at, id);
  });
  return ids;
}
