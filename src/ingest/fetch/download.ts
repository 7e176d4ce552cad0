import { UserFacingError } from '../../core/errors.js';
import type { ProgressListener } from '../../neo4j/progress.js';
import type { DownloadFolder } from './download-folder.js';
import { BadAnswer } from './failures.js';
import { type PoliteClient, shownUrl } from './polite-client.js';

/** A page of a list, as far as paging asks. */
export interface Page {
  /** Where the next page is; null at the end. */
  readonly next: URL | null;
  /** How many records are on it. */
  readonly records: number;
  /** How many records the whole list has; null where the service does not say. */
  readonly total: number | null;
}

/** A list that a service gives page by page. */
export interface Listing<Content extends Page> {
  /** For progress. */
  readonly title: string;
  /** The folder for its pages, within the download folder. */
  readonly folder: string;
  readonly extension: 'json' | 'xml';
  readonly first: URL;
  readonly accept: string;
  /** Reads a page that came from `url`; throws BadAnswer where it is none. */
  readonly read: (body: Buffer, url: URL) => Content;
}

/** How much a download fetched, and how much it found on the disk. */
export interface Tally {
  fetched: number;
  present: number;
  records: number;
  /** The lists that gave fewer records than they have by the service's own word. */
  readonly short: string[];
}

export const emptyTally = (): Tally => ({ fetched: 0, present: 0, records: 0, short: [] });

/** Where answers come from and where they go. */
export interface Download {
  readonly client: PoliteClient;
  readonly folder: DownloadFolder;
  readonly tally: Tally;
  readonly onProgress: ProgressListener;
}

/** A single thing to download. */
export interface Document<Content> {
  readonly file: string;
  readonly url: URL;
  readonly accept: string;
  readonly read: (body: Buffer) => Content;
}

/** More pages than any list has: a service that pages in circles is left. */
const MAX_PAGES = 10_000;

const pageFile = (folder: string, page: number, extension: string): string =>
  `${folder}/${String(page).padStart(5, '0')}.${extension}`;
/** A page without records is kept where `import` does not look, since it takes such a file for a mistake. */
const emptyFile = (folder: string, page: number, extension: string): string =>
  `${folder}/.${String(page).padStart(5, '0')}.${extension}`;

/** Downloads a document that is not there yet; null where the service does not have it. */
export async function downloadDocument<Content>(
  { client, folder, tally }: Download,
  { file, url, accept, read }: Document<Content>,
): Promise<Content | null> {
  const present = await stored(folder, file, read);
  if (present !== null) {
    tally.present++;
    tally.records++;
    return present;
  }
  const answer = await client.get({ url, accept, read: (body) => ({ body, content: read(body) }) });
  if (answer === null) return null;
  await folder.write(file, answer.body);
  tally.fetched++;
  tally.records++;
  return answer.content;
}

/** Downloads the pages of a list that are not there yet, and gives all of them in their order. */
export async function* downloadPages<Content extends Page>(
  download: Download,
  listing: Listing<Content>,
): AsyncGenerator<Content> {
  const { tally, onProgress } = download;
  let records = 0;
  let total = 0;
  let url: URL | null = listing.first;
  for (let number = 1; url !== null; number++) {
    if (number > MAX_PAGES)
      throw new UserFacingError(`${shownUrl(listing.first)} has more than ${MAX_PAGES} pages: fetch less at once.`);
    const page: Content = await onePage(download, listing, number, url);
    records += page.records;
    total = page.total ?? records;
    tally.records += page.records;
    onProgress({ text: listing.title, done: records, total: page.total ?? undefined });
    yield page;
    url = page.next;
  }
  if (records < total) tally.short.push(`${listing.title}: ${records} of ${total} came.`);
}

async function onePage<Content extends Page>(
  { client, folder, tally }: Download,
  { folder: inner, extension, accept, read: readFrom }: Listing<Content>,
  number: number,
  url: URL,
): Promise<Content> {
  const read = (body: Buffer): Content => {
    const page = readFrom(body, url);
    if (page.next?.href === url.href) throw new BadAnswer('it names itself as the next page');
    return page;
  };
  const [file, empty] = [pageFile(inner, number, extension), emptyFile(inner, number, extension)];
  const present = (await stored(folder, file, read)) ?? (await stored(folder, empty, read));
  if (present !== null) {
    tally.present++;
    return present;
  }
  const answer = await client.get({ url, accept, read: (body) => ({ body, page: read(body) }) });
  if (answer === null)
    throw new UserFacingError(`${shownUrl(url)} does not exist: is the address of the service right?`);
  await folder.write(answer.page.records > 0 ? file : empty, answer.body);
  tally.fetched++;
  return answer.page;
}

/** Null where the file is not there, or not what it should be: then it is downloaded again. */
async function stored<Content>(
  folder: DownloadFolder,
  file: string,
  read: (body: Buffer) => Content,
): Promise<Content | null> {
  const body = await folder.read(file);
  if (body === null) return null;
  try {
    return read(body);
  } catch (error) {
    if (error instanceof BadAnswer) return null;
    throw error;
  }
}
