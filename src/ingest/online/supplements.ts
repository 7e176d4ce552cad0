import { type ArticleFields, fieldsOf, topicsOf } from '../arxiv/article-work.js';
import type { ArxivRecord } from '../arxiv/arxiv-record.js';
import type { WorkRecord } from '../records.js';

/** What arXiv says of a work that another source has the record of. Kept with the work, so that either may be read anew. */
export interface Supplement {
  readonly fields: ArticleFields;
  readonly withdrawn: boolean;
  readonly topics: readonly string[];
  readonly hash: string;
  readonly updated: string | null;
}

/** The fields that a supplement may give, as the work's own record has them. */
export type Recorded = { readonly [Field in keyof ArticleFields]: ArticleFields[Field] | null } & {
  readonly retracted: boolean;
};

export const supplementOf = (article: ArxivRecord): Supplement => ({
  fields: fieldsOf(article),
  withdrawn: article.withdrawn,
  topics: topicsOf(article).map(({ id }) => id),
  hash: article.hash,
  updated: article.updated,
});

export const recordedOf = (work: Recorded | WorkRecord): Recorded => ({
  type: work.type ?? null,
  year: work.year ?? null,
  date: work.date ?? null,
  source: work.source ?? null,
  doi: work.doi ?? null,
  arxivId: work.arxivId ?? null,
  openAccessUrl: work.openAccessUrl ?? null,
  abstract: work.abstract ?? null,
  abstractText: work.abstractText ?? null,
  retracted: work.retracted,
});

/**
 * The fields of a work that two sources describe: its own record's, where that is silent arXiv's. An abstract and its
 * plain text stay together, and so do year and day. That arXiv took an article back counts where the work is that
 * article; what a journal published stands, whatever became of the preprint.
 */
export function combine(recorded: Recorded, { fields, withdrawn }: Supplement): Recorded {
  const ownAbstract = recorded.abstract !== null;
  const sameYear = recorded.year === null || recorded.year === fields.year;
  const isArticle = recorded.doi === null ? fields.doi === null : /^10\.48550\/arxiv\./.test(recorded.doi);
  return {
    type: recorded.type ?? fields.type,
    year: recorded.year ?? fields.year,
    date: recorded.date ?? (sameYear ? fields.date : null),
    source: recorded.source ?? fields.source,
    doi: recorded.doi ?? fields.doi,
    arxivId: recorded.arxivId ?? fields.arxivId,
    openAccessUrl: recorded.openAccessUrl ?? fields.openAccessUrl,
    abstract: ownAbstract ? recorded.abstract : fields.abstract,
    abstractText: ownAbstract ? recorded.abstractText : fields.abstractText,
    retracted: recorded.retracted || (withdrawn && isArticle),
  };
}
