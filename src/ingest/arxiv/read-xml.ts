import { oneLine } from '../clean-text.js';
import type { FoundElement, Search, XmlElement } from '../xml/elements.js';
import { readElements } from '../xml/read-elements.js';
import type { ArxivRecord, RejectedArxiv } from './arxiv-record.js';
import { readEntry } from './atom.js';
import { readOaiRecord } from './oai.js';

/** A record of a document and its place in it, from 1. */
export interface ArxivXmlResult {
  readonly place: number;
  readonly result: ArxivRecord | RejectedArxiv;
}

const SEARCH: Search = {
  wanted: new Set(['record', 'entry', 'error', 'resumptionToken']),
  roots: new Set(['OAI-PMH', 'ListRecords', 'GetRecord', 'records', 'record', 'feed', 'entry']),
  foreign: (root) => `the document is ${root}, which arXiv does not send`,
  // A byline of five thousand takes one million.
  maxLength: 8 * 1024 * 1024,
};

/**
 * Reads answers of arXiv's OAI-PMH (formats arXiv, arXivRaw and oai_dc), single records of it, and Atom feeds of its
 * API, in batches as they come. `onToken` is told the token by which a list goes on. Never throws on what the document
 * holds; an error of the stream itself goes through.
 */
export async function* readArxivXml(
  stream: AsyncIterable<Uint8Array | string>,
  onToken: (token: string) => void = () => {},
): AsyncGenerator<ArxivXmlResult[]> {
  let place = 0;
  const translate = ({ element, problem }: FoundElement): ArxivXmlResult[] => {
    if (element?.name === 'resumptionToken') {
      if (element.text.trim() !== '') onToken(element.text.trim());
      return [];
    }
    const result = element === undefined ? reject(problem ?? '') : translateElement(element);
    return result === null ? [] : [{ place: ++place, result }];
  };
  for await (const found of readElements(stream, SEARCH)) {
    const batch = found.flatMap(translate);
    if (batch.length > 0) yield batch;
  }
}

const reject = (reason: string): RejectedArxiv => ({ reason: oneLine(reason) });

function translateElement(element: XmlElement): ArxivRecord | RejectedArxiv | null {
  if (element.name === 'record') return readOaiRecord(element);
  if (element.name === 'entry') return readEntry(element);
  // A harvest of a day without changes.
  if (element.attributes.code === 'noRecordsMatch') return null;
  return reject(`arXiv answered with an error: ${element.attributes.code ?? ''} ${element.text.slice(0, 200)}`);
}
