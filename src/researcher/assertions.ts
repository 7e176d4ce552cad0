import { AssertedBy, Assertion } from '../graph/provenance.type.js';
import type { PersonStatement } from '../ingest/online/person-record.js';

/** The most assertions of a record that are given: an owner may claim thousands of works. */
export const MAX_ASSERTIONS = 1_000;

/** Who asserted what an ORCID record says: employments first, then works, in the record's order. */
export function assertionsOf(record: string): Assertion[] {
  const { employments, works } = JSON.parse(record) as PersonStatement;
  const all = [
    ...employments.map(({ organization, asserted }) => ({ field: 'affiliations', value: organization, asserted })),
    ...works.map(({ doi, asserted }) => ({ field: 'works', value: doi, asserted })),
  ];
  return all.slice(0, MAX_ASSERTIONS).map(({ field, value, asserted }) => ({
    ...{ field, value, name: asserted.name },
    assertedBy: asserted.by === 'OWNER' ? AssertedBy.OWNER : AssertedBy.OTHER,
  }));
}
