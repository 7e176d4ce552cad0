import { oneLine } from '../clean-text.js';
import { fingerprint } from '../fingerprint.js';
import type { FoundElement, Search } from '../xml/elements.js';
import { readElements } from '../xml/read-elements.js';
import type { OrcidRecord, RejectedOrcid } from './orcid-record.js';
import { readRecord } from './read-record.js';
import { XmlPart } from './xml-part.js';

/** A record of a document and its place in it, from 1. */
export interface OrcidXmlResult {
  readonly place: number;
  readonly result: OrcidRecord | RejectedOrcid;
}

const NAMES = new Set(['record', 'error']);
const SEARCH: Search = {
  wanted: NAMES,
  roots: NAMES,
  foreign: (root) => `the document is ${root}, and no whole record of ORCID`,
  maxLength: 64 * 1024 * 1024,
};

/**
 * Reads a record of ORCID's public data file or API in XML (version 3.0, or 2.x), or an error that the API answered
 * with. Never throws on what the document holds; an error of the stream itself goes through.
 */
export async function* readOrcidXml(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<OrcidXmlResult[]> {
  let place = 0;
  for await (const found of readElements(stream, SEARCH)) {
    yield found.map((one) => ({ place: ++place, result: translate(one) }));
  }
}

const translate = ({ element, problem }: FoundElement): OrcidRecord | RejectedOrcid =>
  element === undefined
    ? { reason: oneLine(problem ?? '') }
    : readRecord(new XmlPart(element), fingerprint(JSON.stringify(element)));
