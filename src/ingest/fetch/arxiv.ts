import { createHash } from 'node:crypto';
import { atomPage } from './atom.js';
import { type Download, downloadPages, type Listing, type Page } from './download.js';
import { BadAnswer } from './failures.js';

/** Papers by the name of an author, or by id. */
export type ArxivRequest = { readonly author: string } | { readonly ids: readonly string[] };

const PER_PAGE = 100;
const accept = 'application/atom+xml';

/** Downloads feeds that are not there yet. */
export async function fetchArxiv(download: Download, address: string, request: ArxivRequest): Promise<void> {
  const listing = 'ids' in request ? idsListing(address, request.ids) : authorListing(address, request.author);
  for await (const _ of downloadPages(download, listing));
}

function query(address: string, parameters: Readonly<Record<string, string>>): URL {
  const url = new URL(`${address}/query`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** A folder for pages of this very question, whatever else lies beside it. */
const folderOf = (kind: string, question: string): string =>
  `${kind}-${createHash('sha256').update(question).digest('hex').slice(0, 12)}`;

/** Oldest first, so that a paper which appears meanwhile shifts no page. */
function authorListing(address: string, author: string): Listing<Page> {
  const page = (start: number): URL =>
    query(address, {
      search_query: `au:"${author}"`,
      sortBy: 'submittedDate',
      sortOrder: 'ascending',
      start: String(start),
      max_results: String(PER_PAGE),
    });
  return {
    title: `Papers of ${author}`,
    folder: folderOf('author', author),
    extension: 'xml',
    first: page(0),
    accept,
    read: (body, url) => {
      const { entries, total } = atomPage(body);
      const end = Number(url.searchParams.get('start')) + entries;
      // It happens to arXiv, and passes.
      if (entries === 0 && end < total) throw new BadAnswer(`it is empty, though ${total - end} papers are to come`);
      return { next: end < total ? page(end) : null, records: entries, total };
    },
  };
}

function idsListing(address: string, ids: readonly string[]): Listing<Page> {
  const parts = Array.from({ length: Math.ceil(ids.length / PER_PAGE) }, (_, place) =>
    ids.slice(place * PER_PAGE, (place + 1) * PER_PAGE),
  );
  const urls = parts.map((part) => query(address, { id_list: part.join(','), max_results: String(PER_PAGE) }));
  const [first] = urls;
  if (first === undefined) throw new Error('no ids');
  return {
    title: 'Papers by id',
    folder: folderOf('ids', ids.join(',')),
    extension: 'xml',
    first,
    accept,
    read: (body, url) => ({
      next: urls[urls.findIndex(({ href }) => href === url.href) + 1] ?? null,
      records: atomPage(body).entries,
      total: ids.length,
    }),
  };
}
