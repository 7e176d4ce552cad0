import { read } from '../../core/queries.js';
import { restoreIds } from '../../graph/resolve.log.js';
import { articleKey, articleWork } from '../arxiv/article-work.js';
import type { ArxivRecord } from '../arxiv/arxiv-record.js';
import type { WorkRecord } from '../records.js';
import type { KindSummary } from '../summary.js';
import { identifyAuthors } from './article-authors.js';
import { findFormer } from './former-ids.js';
import type { Move } from './move-plan.js';
import { beats, type Rival } from './newest.js';
import type { Supplement } from './supplements.js';
import type { Writing } from './writing.js';

interface FoundWork extends Rival {
  readonly place: number;
  readonly id: string;
  readonly doi: string | null;
  readonly arxivId: string | null;
  /** JSON of a Supplement. */
  readonly supplement: string | null;
}

const worksOfArticles = read<
  { rows: readonly { place: number; id: string; doi: string | null; arxivId: string }[] },
  FoundWork
>('ingest.works-of-articles');

/** What becomes of articles. */
export interface PlacedArticles {
  /** Records of works that arXiv alone knows. */
  readonly works: readonly WorkRecord[];
  /** What articles add to works that another source has the record of, by the work's id. */
  readonly supplements: ReadonlyMap<string, ArxivRecord>;
  /** Works whose article arXiv no longer has: what it added goes. */
  readonly withdrawn: readonly string[];
  /** Articles that arXiv no longer has, and those that turn out to be another work. */
  readonly moves: readonly Move[];
}

/**
 * Finds the work that each article is, and who its authors are. Writes nothing but that the key of an article which had
 * gone stands for it again. The result does not depend on how articles are cut into chunks.
 */
export async function placeArticles(
  writing: Writing,
  read: readonly ArxivRecord[],
  maxAuthors: number,
  summary: KindSummary,
): Promise<PlacedArticles> {
  const articles = newestArticles(read);
  const works: WorkRecord[] = [];
  const supplements = new Map<string, ArxivRecord>();
  const moves: Move[] = [];
  summary.read += read.length;
  summary.unchanged += read.length;
  const changed = (known: boolean): void => {
    summary.unchanged--;
    summary[known ? 'updated' : 'created']++;
  };

  const own: { article: ArxivRecord; known: boolean }[] = [];
  const withdrawn: string[] = [];
  const { endedAt, places } = await findWorks(writing, articles);
  for (const { article, found } of places) {
    const key = articleKey(article.arxivId);
    const stored = found.find(({ id }) => id === key);
    const work = workOf(article, found, supplements);
    const before = readSupplement(work);
    const ended = endedAt.get(key);
    if (article.deleted) {
      const isKnown = stored !== undefined || before?.fields.arxivId === article.arxivId;
      if (!isKnown || !isLater(article.updated, stored?.sourceUpdatedAt ?? before?.updated)) continue;
      if (stored !== undefined)
        moves.push({ kind: 'work', from: key, to: null, reason: 'arXiv no longer has it.', date: article.updated });
      else withdrawn.push((work as FoundWork).id);
      changed(true);
    } else if (work !== undefined) {
      if (before !== null && !beats(rivalOf(article), supplementRival(before, article))) continue;
      supplements.set(work.id, article);
      if (stored !== undefined) moves.push({ kind: 'work', from: key, to: work.id, reason: SAME_WORK });
      changed(before !== null);
    } else if (stored === undefined ? isLater(article.updated, ended) : beats(rivalOf(article), stored)) {
      if (ended !== undefined) await restoreIds(writing.transaction, [key]);
      own.push({ article, known: stored !== undefined });
      changed(stored !== undefined);
    }
  }
  works.push(...(await identifyAuthors(writing, own, maxAuthors)));
  return { works, supplements, withdrawn, moves };
}

/** Why an article's own key gives way to that of a work. */
export const SAME_WORK = 'It is the same work, by DOI or arXiv id.';

/** Whether something is said later than what was said before; what has no date comes before all that has one. */
const isLater = (date: string | null, before: string | null | undefined): boolean =>
  before == null || (date ?? '') > before;

const readSupplement = (work: FoundWork | undefined): Supplement | null =>
  work?.supplement == null ? null : (JSON.parse(work.supplement) as Supplement);

const rivalOf = (article: ArxivRecord): Rival => articleWork(article, [], []);

/** What was said before, as whole as what is said now: which fields it left open is not kept. */
const supplementRival = ({ updated, hash }: Supplement, article: ArxivRecord): Rival => ({
  ...rivalOf(article),
  ...{ sourceUpdatedAt: updated, hash },
});

/** Of each article the record that wins over its others. */
function newestArticles(articles: readonly ArxivRecord[]): readonly ArxivRecord[] {
  const newest = new Map<string, ArxivRecord>();
  for (const article of articles) {
    const known = newest.get(article.arxivId);
    if (known === undefined || beats(rivalOf(article), rivalOf(known))) newest.set(article.arxivId, article);
  }
  return [...newest.values()];
}

async function findWorks(
  { transaction }: Writing,
  articles: readonly ArxivRecord[],
): Promise<{
  readonly endedAt: ReadonlyMap<string, string>;
  readonly places: readonly { article: ArxivRecord; found: readonly FoundWork[] }[];
}> {
  const keys = articles.map(({ arxivId }) => articleKey(arxivId));
  const { successors, endedAt } = await findFormer(transaction, keys);
  const rows = articles.map(({ arxivId, doi }, place) => {
    const key = articleKey(arxivId);
    return { place, id: successors.get(key) ?? key, doi, arxivId };
  });
  const found = await transaction.run(worksOfArticles, { rows });
  const places = articles.map((article, place) => {
    const id = rows[place]?.id;
    // The id that stands for an article counts most, then the DOI, then the arXiv id.
    const rank = (work: FoundWork): number =>
      work.id === id ? 0 : article.doi !== null && work.doi === article.doi ? 1 : 2;
    const ofArticle = found.filter((work) => work.place === place);
    return { article, found: ofArticle.sort((one, other) => rank(one) - rank(other)) };
  });
  // Of what is gone for good a note without a date counts as one of before all dates.
  const gone = keys.filter((key) => successors.get(key) === null);
  return { endedAt: new Map(gone.map((key) => [key, endedAt.get(key) ?? ''])), places };
}

/** A work that another source has the record of and that is no other article. */
function workOf(
  { arxivId }: ArxivRecord,
  found: readonly FoundWork[],
  taken: ReadonlyMap<string, ArxivRecord>,
): FoundWork | undefined {
  const isOther = ({ id, arxivId: known }: FoundWork): boolean =>
    (known !== null && known !== arxivId) || (taken.has(id) && taken.get(id)?.arxivId !== arxivId);
  return found.find((work) => !/^(?:arxiv|doi):/.test(work.id) && !isOther(work));
}
