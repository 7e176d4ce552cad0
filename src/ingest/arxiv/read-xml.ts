import { TextDecoder } from 'node:util';
import { oneLine } from '../clean-text.js';
import type { ArxivRecord, RejectedArxiv } from './arxiv-record.js';
import { readEntry } from './atom.js';
import { readOaiRecord } from './oai.js';
import { ElementFinder, type FoundElement, type XmlElement } from './xml-elements.js';

/** A record of a document and its place in it, from 1. */
export interface ArxivXmlResult {
  readonly place: number;
  readonly result: ArxivRecord | RejectedArxiv;
}

const WANTED = new Set(['record', 'entry', 'error', 'resumptionToken']);
const ROOTS = new Set(['OAI-PMH', 'ListRecords', 'GetRecord', 'records', 'record', 'feed', 'entry']);

/**
 * Reads answers of arXiv's OAI-PMH (formats arXiv, arXivRaw and oai_dc), single records of it, and Atom feeds of its
 * API, in batches as they come. `onToken` is told the token by which a list goes on. Never throws on what the document
 * holds; an error of the stream itself goes through.
 */
export async function* readArxivXml(
  stream: AsyncIterable<Uint8Array | string>,
  onToken: (token: string) => void = () => {},
): AsyncGenerator<ArxivXmlResult[]> {
  const finder = new ElementFinder(WANTED, ROOTS);
  let place = 0;
  const translate = (found: readonly FoundElement[]): ArxivXmlResult[] =>
    found.flatMap(({ element, problem }) => {
      if (element?.name === 'resumptionToken') {
        if (element.text.trim() !== '') onToken(element.text.trim());
        return [];
      }
      const result = element === undefined ? reject(problem ?? '') : translateElement(element);
      return result === null ? [] : [{ place: ++place, result }];
    });

  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of stream) {
    const text = decode(decoder, chunk);
    const batch = translate(text === null ? [] : finder.write(text));
    if (text === null) batch.push({ place: ++place, result: reject('not valid UTF-8') });
    if (batch.length > 0) yield batch;
    if (text === null || finder.stopped) return;
  }
  const rest = decode(decoder, null);
  const batch = translate(rest === null ? [] : [...finder.write(rest), ...finder.end()]);
  if (rest === null) batch.push({ place: ++place, result: reject('not valid UTF-8') });
  if (batch.length > 0) yield batch;
}

const reject = (reason: string): RejectedArxiv => ({ reason: oneLine(reason) });

function translateElement(element: XmlElement): ArxivRecord | RejectedArxiv | null {
  if (element.name === 'record') return readOaiRecord(element);
  if (element.name === 'entry') return readEntry(element);
  // A harvest of a day without changes.
  if (element.attributes.code === 'noRecordsMatch') return null;
  return reject(`arXiv answered with an error: ${element.attributes.code ?? ''} ${element.text.slice(0, 200)}`);
}

/** Null where the bytes are no UTF-8; null instead of a chunk ends the text. */
function decode(decoder: TextDecoder, chunk: Uint8Array | string | null): string | null {
  try {
    if (typeof chunk === 'string') return chunk;
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return null;
  }
}
