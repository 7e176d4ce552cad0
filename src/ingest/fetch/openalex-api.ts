import { isObject } from '../openalex/fields.js';
import { nodeKey } from '../openalex/ids.js';
import type { Document, Listing, Page } from './download.js';
import { BadAnswer } from './failures.js';
import { jsonObject } from './json.js';

/** OpenAlex's API: where it is, and who asks. */
export interface OpenAlexApi {
  readonly address: string;
  readonly key: string | undefined;
  readonly mailto: string | undefined;
}

/** A page of works, with the authors of each. */
export interface WorksPage extends Page {
  readonly authors: readonly (readonly string[])[];
}

/** The most that OpenAlex gives at once. */
const PER_PAGE = '100';
const accept = 'application/json';

function address(
  { address, key, mailto }: OpenAlexApi,
  path: string,
  parameters: Readonly<Record<string, string>>,
): URL {
  const url = new URL(`${address}/${path}`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (mailto !== undefined) url.searchParams.set('mailto', mailto);
  if (key !== undefined) url.searchParams.set('api_key', key);
  return url;
}

/** An author by OpenAlex key or ORCID iD; its content is the author's key, which differs where authors were merged. */
export function authorDocument(api: OpenAlexApi, author: string): Document<string> {
  const name = author.includes('-') ? `orcid:${author}` : author;
  return {
    file: `authors/${author}.json`,
    url: address(api, `authors/${name}`, {}),
    accept,
    read: (body) => {
      const { id } = jsonObject(body);
      const key = typeof id === 'string' ? nodeKey(id, 'researcher') : null;
      if (key === null) throw new BadAnswer('it is no author');
      return key;
    },
  };
}

/** All works of an author, by cursor. */
export function worksListing(api: OpenAlexApi, author: string): Listing<WorksPage> {
  const page = (cursor: string): URL =>
    address(api, 'works', { filter: `authorships.author.id:${author}`, per_page: PER_PAGE, cursor });
  return {
    title: `Works of ${author}`,
    folder: `works/${author}`,
    extension: 'json',
    first: page('*'),
    accept,
    read: (body) => worksPage(body, page),
  };
}

function worksPage(body: Buffer, page: (cursor: string) => URL): WorksPage {
  const { meta, results } = jsonObject(body);
  if (!isObject(meta) || !Array.isArray(results)) throw new BadAnswer('it is no page of results');
  const { next_cursor: next, count } = meta;
  if (next !== null && (typeof next !== 'string' || next === '')) throw new BadAnswer('it names no next cursor');
  return {
    next: next === null || results.length === 0 ? null : page(next),
    records: results.length,
    total: typeof count === 'number' ? count : null,
    authors: results.map(authorsOf),
  };
}

function authorsOf(work: unknown): string[] {
  const authorships = isObject(work) && Array.isArray(work.authorships) ? work.authorships : [];
  return authorships.flatMap((authorship: unknown) => {
    const author = isObject(authorship) && isObject(authorship.author) ? authorship.author.id : null;
    return (typeof author === 'string' ? nodeKey(author, 'researcher') : null) ?? [];
  });
}
