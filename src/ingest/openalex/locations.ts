import { arxivIdIn, doiKey, webAddress } from '../../core/identifiers.js';
import { type JsonObject, readObject, readObjects, readString, readText } from './fields.js';

/** Where a work is to be found. */
export interface Places {
  readonly source: string | null;
  readonly doi: string | null;
  readonly arxivId: string | null;
  readonly openAccessUrl: string | null;
}

const ARXIV = 'arXiv (Cornell University)';

/** Reads what a work says of its identifiers and of the places where it appeared. `id` is its own key. */
export function readPlaces(work: JsonObject, id: string): Places {
  const ids = readObject(work, 'ids') ?? {};
  const primary = readObject(work, 'primary_location') ?? {};
  const best = readObject(work, 'best_oa_location') ?? {};
  const locations = readObjects(work, 'locations');
  const doi = doiKey(readString(work, 'doi')) ?? doiKey(readString(ids, 'doi', 'ids.'));
  return {
    source: readSource(work, primary),
    doi,
    arxivId: readArxivId(id, doi, ids, primary, locations),
    openAccessUrl:
      webAddress(readString(readObject(work, 'open_access') ?? {}, 'oa_url', 'open_access.')) ??
      webAddress(readString(best, 'pdf_url', 'best_oa_location.')) ??
      webAddress(readString(best, 'landing_page_url', 'best_oa_location.')),
  };
}

function readSource(work: JsonObject, primary: JsonObject): string | null {
  const listed = readObject(primary, 'source', 'primary_location.') ?? {};
  const venue = readObject(work, 'host_venue') ?? {};
  const source =
    readText(listed, 'display_name', 'primary_location.source.') ??
    readText(primary, 'raw_source_name', 'primary_location.') ??
    readText(venue, 'display_name', 'host_venue.');
  return source === ARXIV ? 'arXiv' : source;
}

function readArxivId(
  id: string,
  doi: string | null,
  ids: JsonObject,
  primary: JsonObject,
  locations: readonly JsonObject[],
): string | null {
  const found = arxivIdIn(id) ?? arxivIdIn(doi && `https://doi.org/${doi}`) ?? arxivIdOf(ids);
  const byPlace = [primary, ...locations].map(arxivIdAt);
  return found ?? byPlace.find((arxivId) => arxivId !== null) ?? null;
}

/** `ids.arxiv` may be the id alone, an address, or `arXiv:…`. */
function arxivIdOf(ids: JsonObject): string | null {
  const text = readString(ids, 'arxiv', 'ids.');
  return arxivIdIn(text) ?? arxivIdIn(text && `arxiv:${text}`);
}

function arxivIdAt(location: JsonObject): string | null {
  const within = 'locations[].';
  return (
    arxivIdIn(readString(location, 'landing_page_url', within)) ??
    arxivIdIn(readString(location, 'pdf_url', within)) ??
    arxivIdIn(readString(location, 'id', within))
  );
}
