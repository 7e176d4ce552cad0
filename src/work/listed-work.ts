import { toRow } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { SelectedOfNodes } from '../core/selection.js';
import type { WorkRecord } from './work.type.js';

/** A researcher as the author of a work. */
export interface AuthorRow {
  readonly id: string;
  /** The researcher's name, which may be another than this work prints. */
  readonly nodeName: string;
  readonly position: number;
  readonly name: string;
  readonly corresponding: boolean;
  readonly institutionIds: readonly string[];
}

/** What `work.authors` says of an author. */
export const AUTHOR_COLUMNS = ['id', 'nodeName', 'position', 'name', 'corresponding', 'institutionIds'] as const;

/** What `cypher/parts/work.record.cypher` says of a work. */
export const WORK_COLUMNS = [
  ...(['__typename', 'id', 'updatedAt', 'title', 'type', 'year', 'date', 'source', 'doi', 'arxivId'] as const),
  ...(['openAccessUrl', 'abstract', 'citationCount', 'retracted', 'unknown', 'sources', 'byline'] as const),
  ...(['institutionIds', 'titleText', 'abstractText', 'authorsCount', 'referencesCount', 'citedByCount'] as const),
];

/** A work of a list that comes with what is asked of it, so that it need not be looked up by its id. */
export interface ListedWork extends ListRow {
  /** Values of `WORK_COLUMNS`; null where not asked for, and of works of very many names. */
  readonly record: readonly unknown[] | null;
  /** Of each author values of `AUTHOR_COLUMNS`, in byline order, at most as many as were asked for; none without a record. */
  readonly firstAuthors: readonly (readonly unknown[])[];
}
export interface ListedWorkParams extends PageParams {
  readonly withRecord: boolean;
  /** The most authors to give with each. */
  readonly authors: number;
}

/** As many as a page of authors needs where nothing is asked: one more than it holds. */
const FIRST_AUTHORS = 26;

/** What a list is to give with its works: all of their values where nobody says what is asked for. */
export const listedWith = (asked: SelectedOfNodes | null): Omit<ListedWorkParams, keyof PageParams> => ({
  withRecord: !asked?.isWithin('id'),
  authors: asked && !asked.below('authors').isWithin('totalCount') ? FIRST_AUTHORS : 0,
});

/** The work that came along with a list, and its first authors with it; null where it has to be looked up. */
export function toWork({ id, record, firstAuthors }: ListedWork): WorkRecord | null {
  if (record === null) return null;
  const work = toRow(WORK_COLUMNS, record, id) as WorkRecord;
  if (firstAuthors.length === 0) return work;
  return Object.assign(work, {
    firstAuthors: firstAuthors.map((author) => toRow(AUTHOR_COLUMNS, author, id) as AuthorRow),
  });
}

/** A page of authors that came along with a work; null where it has to be looked up. */
export const authorsListed = (
  { firstAuthors }: WorkRecord,
  { after, limit }: PageParams,
): readonly AuthorRow[] | null =>
  firstAuthors && after === null && limit <= FIRST_AUTHORS ? firstAuthors.slice(0, limit) : null;
