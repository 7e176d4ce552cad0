import { UserFacingError } from '../../core/errors.js';
import { type Download, downloadDocument, downloadPages } from './download.js';
import { authorDocument, type OpenAlexApi, worksListing } from './openalex-api.js';

/** What to download from OpenAlex. */
export interface OpenAlexRequest {
  /** An OpenAlex key or an ORCID iD. */
  readonly author: string;
  /** 1 takes the coauthors too, with their works. */
  readonly depth: 0 | 1;
  /** How many coauthors at most. */
  readonly maxAuthors: number;
}

/** What a download from OpenAlex came to. */
export interface OpenAlexResult {
  /** The author's key, which differs from what was asked for where authors were merged. */
  readonly author: string;
  /** How many coauthors the author's works name, and how many of them were taken. */
  readonly coauthors: number;
  readonly taken: number;
  /** Coauthors that the works name but OpenAlex no longer has. */
  readonly gone: readonly string[];
}

/** Downloads an author, all the author's works and, at depth 1, the same of the coauthors. */
export async function fetchOpenAlex(
  download: Download,
  api: OpenAlexApi,
  { author, depth, maxAuthors }: OpenAlexRequest,
): Promise<OpenAlexResult> {
  const shared = new Map<string, number>();
  const key = await withWorks(download, api, author, (authors) => {
    for (const one of new Set(authors)) shared.set(one, (shared.get(one) ?? 0) + 1);
  });
  if (key === null) throw new UserFacingError(`OpenAlex knows no author ${author}.`);
  shared.delete(key);
  const coauthors = closestFirst(shared);
  const taken = depth === 0 ? [] : coauthors.slice(0, maxAuthors);
  const gone: string[] = [];
  for (const [place, coauthor] of taken.entries()) {
    download.onProgress({ text: `Coauthor ${place + 1} of ${taken.length}` });
    if ((await withWorks(download, api, coauthor)) === null) gone.push(coauthor);
  }
  return { author: key, coauthors: coauthors.length, taken: taken.length, gone };
}

/** The author and the works; gives the author's key, null where there is none. */
async function withWorks(
  download: Download,
  api: OpenAlexApi,
  author: string,
  onWork: (authors: readonly string[]) => void = () => {},
): Promise<string | null> {
  const key = await downloadDocument(download, authorDocument(api, author));
  if (key === null) return null;
  for await (const { authors } of downloadPages(download, worksListing(api, key))) authors.forEach(onWork);
  return key;
}

/** Those with most shared works first; among equals by key, so that a second run takes the same ones. */
const closestFirst = (shared: ReadonlyMap<string, number>): string[] =>
  [...shared].sort(([a, worksOfA], [b, worksOfB]) => worksOfB - worksOfA || (a < b ? -1 : 1)).map(([author]) => author);
