import { oneLine } from '../clean-text.js';
import { fingerprint } from '../fingerprint.js';
import { parseObject } from '../json-line.js';
import type { SourceLine } from '../source-line.js';
import { JsonPart } from './json-part.js';
import type { OrcidRecord, RejectedOrcid } from './orcid-record.js';
import { readRecord } from './read-record.js';

/**
 * Translates one record of ORCID's API in JSON (version 3.0, or 2.x). Never throws on what a line holds: it gives the
 * record or the reason.
 */
export function normaliseOrcid(line: Pick<SourceLine, 'text' | 'problem'>): OrcidRecord | RejectedOrcid {
  const object = parseObject(line);
  return typeof object === 'string'
    ? { reason: oneLine(object) }
    : readRecord(new JsonPart(object), fingerprint(line.text));
}
