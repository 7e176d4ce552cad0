import { orcidKey } from '../../core/identifiers.js';
import type { Assertion } from './orcid-record.js';
import type { RecordPart } from './record-part.js';

/** The iD that a part names by `path` or by `uri`; null where it names none. */
export const identifierOf = (part: RecordPart | null): string | null =>
  orcidKey(part?.text('path') ?? null) ?? orcidKey(part?.text('uri') ?? null);

/** Who asserted an item of the record of `owner`; who added it in somebody's name comes after that person. */
export function readAssertion(item: RecordPart, owner: string): Assertion {
  const source = item.child('source');
  const iDs = ['source-orcid', 'assertion-origin-orcid'].map((name) => identifierOf(source?.child(name) ?? null));
  return {
    by: iDs.includes(owner) ? 'OWNER' : 'OTHER',
    name: source?.text('assertion-origin-name') ?? source?.text('source-name') ?? null,
  };
}
