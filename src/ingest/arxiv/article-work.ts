import { plainVariant } from '../plain-text.js';
import { type Authorship, STATED_SEPARATOR, type Statement, UNTITLED, type WorkRecord } from '../records.js';
import type { ArxivRecord } from './arxiv-record.js';
import { categoryName } from './category-names.js';

/** The fields of a work that arXiv can give. */
export interface ArticleFields {
  readonly type: string;
  readonly year: number | null;
  readonly date: string | null;
  readonly source: string;
  readonly doi: string | null;
  readonly arxivId: string;
  readonly openAccessUrl: string;
  readonly abstract: string | null;
  readonly abstractText: string | null;
}

/** What an article says of the work that it is. */
export const fieldsOf = ({ arxivId, date, doi, abstract }: ArxivRecord): ArticleFields => ({
  type: 'preprint',
  year: date === null ? null : Number(date.slice(0, 4)),
  date,
  source: 'arXiv',
  doi,
  arxivId,
  openAccessUrl: `https://arxiv.org/abs/${arxivId}`,
  abstract,
  abstractText: abstract === null ? null : plainVariant(abstract),
});

/** The key of a work that only arXiv knows. */
export const articleKey = (arxivId: string): string => `arxiv:${arxivId}`;

/** Its categories as topics: an author chose them, so each counts in full. */
export const topicsOf = ({ categories }: ArxivRecord): WorkRecord['topics'] =>
  categories.map((code) => ({ id: `arxiv:${code}`, score: 1 }));

/** What an article says of its topics, as `docs/graph-model.md` defines a statement. */
export const topicStatements = ({ categories, updated }: ArxivRecord): Statement[] =>
  categories.map((code) => {
    const { name, archive } = categoryName(code);
    return { id: `arxiv:${code}`, stated: [updated ?? '', name, '', archive ?? '', ''].join(STATED_SEPARATOR) };
  });

/** What an article says of the author at a place of its byline. */
export const authorStatement = ({ authors, updated }: ArxivRecord, id: string, position: number): Statement => {
  const { name = '', orcid = null } = authors[position - 1] ?? {};
  return { id, stated: [updated ?? '', name, orcid ?? ''].join(STATED_SEPARATOR) };
};

/** The record of a work that only arXiv knows. */
export function articleWork(
  article: ArxivRecord,
  authorships: readonly Authorship[],
  researchers: readonly Statement[],
): WorkRecord {
  const fields = fieldsOf(article);
  const title = article.title ?? UNTITLED;
  const unknown = [
    ...(article.title === null ? ['title'] : []),
    ...(fields.date === null ? ['year', 'date'] : []),
    ...(fields.doi === null ? ['doi'] : []),
    ...(fields.abstract === null ? ['abstract'] : []),
    ...(article.authors.length === 0 ? ['authors'] : []),
    ...(article.categories.length === 0 ? ['topics'] : []),
  ];
  return {
    kind: 'work',
    id: articleKey(article.arxivId),
    sourceUpdatedAt: article.updated,
    hash: article.hash,
    notImported: ['citationCount', 'institutions', 'references'],
    unknown,
    title,
    titleText: plainVariant(title),
    ...fields,
    citationCount: 0,
    retracted: article.withdrawn,
    byline: article.authors.map(({ name }) => name),
    namesWithoutId: article.authors.length - authorships.length,
    institutionIds: [],
    references: [],
    authorships,
    topics: topicsOf(article),
    statements: { researchers, institutions: [], topics: topicStatements(article) },
  };
}
