import { readStatement } from '../ingest/online/person-record.js';
import type { TrustEvidence } from './evidence.js';
import { type Verification, VerificationLevel } from './verification.type.js';

/**
 * Ids that are no source's key of a person: a place on a byline of arXiv's, and what a split made here. All others are
 * keys under which a public source keeps the person.
 */
const NO_SOURCES_KEY = /^(?:arxiv:.+:\d+|rg:.+)$/;

/** The verification level of a record, what it rests on and what would raise it. */
export function verificationOf(evidence: TrustEvidence): Verification {
  const employer = evidence.verified ? assertedEmployment(evidence.orcidRecord) : null;
  const level = levelOf(evidence, employer !== null);
  return { level, reasons: reasonsOf(evidence, employer), next: nextOf(level, evidence.claimPending) };
}

function levelOf({ id, hasRecord, orcid, verified }: TrustEvidence, employed: boolean): VerificationLevel {
  if (verified) return employed ? VerificationLevel.L4 : VerificationLevel.L3;
  if (orcid !== null) return VerificationLevel.L2;
  return hasRecord || !NO_SOURCES_KEY.test(id) ? VerificationLevel.L1 : VerificationLevel.L0;
}

function reasonsOf({ id, hasRecord, orcid, claimed, verified }: TrustEvidence, employer: string | null): string[] {
  const isKnown = hasRecord || !NO_SOURCES_KEY.test(id);
  const known = id.startsWith('rg:') ? 'a record parted from another here' : 'a name on a byline';
  const reasons = [isKnown ? 'A public source has a record of this person.' : `No source has a record: ${known}.`];
  if (orcid !== null) reasons.push(`The record has the ORCID iD ${orcid}.`);
  if (verified) reasons.push('Its owner claimed it, and the claim was verified.');
  else if (claimed) reasons.push('Its owner claimed it, and the claim was not verified.');
  if (employer !== null) reasons.push(employer);
  return reasons;
}

/** In words, an employment that somebody else than the owner put into the ORCID record: a present one before others. */
function assertedEmployment(orcidRecord: string | null): string | null {
  const asserted = readStatement(orcidRecord)?.employments.filter(({ asserted: { by } }) => by === 'OTHER') ?? [];
  const employment = asserted.find(({ current }) => current) ?? asserted[0];
  if (!employment) return null;
  const by = employment.asserted.name === null ? '' : ` by ${employment.asserted.name}`;
  return `The ORCID record has ${employment.current ? 'an' : 'a past'} employment at ${employment.organization}, asserted${by} and not by its owner.`;
}

function nextOf(level: VerificationLevel, claimPending: boolean): string | null {
  switch (level) {
    case VerificationLevel.L0:
      return 'A record of this person in a public source, such as OpenAlex or ORCID.';
    case VerificationLevel.L1:
      return claimPending ? 'The pending claim, once it is verified.' : 'An ORCID iD on the record.';
    case VerificationLevel.L2:
      return claimPending ? 'The pending claim, once it is verified.' : 'A claim by its owner that is verified.';
    case VerificationLevel.L3:
      return 'An employment in the ORCID record that the institution itself asserted.';
    case VerificationLevel.L4:
      return null;
  }
}
