import { orcidKey } from '../../core/identifiers.js';
import { isObject } from '../openalex/fields.js';
import { type Download, downloadDocument } from './download.js';
import { BadAnswer } from './failures.js';
import { jsonObject } from './json.js';

/** Downloads ORCID records that are not there yet; gives the iDs of which there is none. */
export async function fetchOrcid(download: Download, address: string, ids: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const [place, id] of ids.entries()) {
    const url = new URL(`${address}/${id}/record`);
    const record = await downloadDocument(download, { file: `${id}.json`, url, accept: 'application/json', read });
    if (record === null) gone.push(id);
    download.onProgress({ text: 'ORCID records', done: place + 1, total: ids.length });
  }
  return gone;
}

/** The iD of a record, which differs from what was asked for where one person had two. */
function read(body: Buffer): string {
  const identifier = jsonObject(body)['orcid-identifier'];
  const path = isObject(identifier) && typeof identifier.path === 'string' ? orcidKey(identifier.path) : null;
  if (path === null) throw new BadAnswer('it is no ORCID record');
  return path;
}
