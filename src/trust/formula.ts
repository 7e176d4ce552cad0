import type { TrustEvidence } from './evidence.js';
import { TrustBand, type TrustComponent, type TrustSnapshot } from './trust.type.js';
import { verificationOf } from './verification.js';

/** Name and version: raised with any change of a weight, a rule or a threshold. docs/trust.md says why each is as it is. */
export const FORMULA = 'trust/1';

const LEVEL_POINTS = { L0: 0, L1: 5, L2: 15, L3: 30, L4: 40 } as const;
const POINTS_A_PART = 3;
const IDENTIFIER_POINTS = 10;
const CONSISTENCY_POINTS = 25;
/** One point for each verified follower, and one for each verified collaborator, up to this many of each. */
const MOST_OF_A_KIND = 5;

const BANDS = [
  [80, TrustBand.TRUSTED],
  [50, TrustBand.ESTABLISHED],
  [20, TrustBand.EMERGING],
] as const;

/** The trust in a record: a sum of points, each for evidence that is there; what is not known earns none. */
export function trustOf(evidence: TrustEvidence): TrustSnapshot {
  const components = [
    verificationLevel(evidence),
    completeness(evidence),
    identifiers(evidence),
    consistency(evidence),
    standing(evidence),
  ];
  const score = components.reduce((sum, { points }) => sum + points, 0);
  return { score, band: bandOf(score), components, formula: FORMULA };
}

const bandOf = (score: number): TrustBand => BANDS.find(([least]) => score >= least)?.[1] ?? TrustBand.UNKNOWN;

function verificationLevel(evidence: TrustEvidence): TrustComponent {
  const { level, reasons } = verificationOf(evidence);
  return {
    name: 'Verification level',
    points: LEVEL_POINTS[level],
    maximum: LEVEL_POINTS.L4,
    explanation: `${level} of L0 to L4: ${reasons.join(' ')}`,
  };
}

const PARTS = {
  topics: 'topics',
  years: 'years of works',
  affiliation: 'an affiliation',
  otherNames: 'other forms of the name',
  headline: "the owner's own headline",
} as const satisfies Record<keyof TrustEvidence['parts'], string>;

function completeness({ parts }: TrustEvidence): TrustComponent {
  const all = Object.entries(PARTS) as [keyof typeof PARTS, string][];
  const there = all.filter(([part]) => parts[part]).map(([, words]) => words);
  const absent = all.filter(([part]) => !parts[part]).map(([, words]) => words);
  const lists = [
    there.length > 0 && `there: ${there.join(', ')}`,
    absent.length > 0 && `not there: ${absent.join(', ')}`,
  ];
  return {
    name: 'Completeness of the record',
    points: POINTS_A_PART * there.length,
    maximum: POINTS_A_PART * all.length,
    explanation: `${there.length} of ${all.length} parts, ${POINTS_A_PART} points each; ${lists.filter(Boolean).join('; ')}.`,
  };
}

function identifiers({ statedWorks, identifiedWorks, selfClaimedWorks }: TrustEvidence): TrustComponent {
  const share =
    statedWorks === 0
      ? 'No work that another source than ORCID ascribes to this person.'
      : `With a DOI or an arXiv id: ${identifiedWorks} of ${statedWorks} works.`;
  const left = selfClaimedWorks === 0 ? '' : ` Left out: ${selfClaimedWorks} that the ORCID record alone claims.`;
  return {
    name: 'Identifiers on the works',
    points: statedWorks === 0 ? 0 : Math.floor((IDENTIFIER_POINTS * identifiedWorks) / statedWorks),
    maximum: IDENTIFIER_POINTS,
    explanation: share + left,
  };
}

function consistency({ consistent, statedWorks, selfClaimedWorks }: TrustEvidence): TrustComponent {
  const earned = consistent === true && statedWorks > 0;
  return {
    name: 'Consistent identity',
    points: earned ? CONSISTENCY_POINTS : 0,
    maximum: CONSISTENCY_POINTS,
    explanation: consistencyInWords(consistent, statedWorks, statedWorks + selfClaimedWorks),
  };
}

function consistencyInWords(consistent: boolean | null, stated: number, works: number): string {
  if (consistent === null)
    return 'It could not be told, or was not yet, whether the works are by one person: no points either way.';
  if (!consistent) return `The works (${works}) look like those of more than one person.`;
  if (stated === 0) return 'The works hang together, but the ORCID record alone claims them: no points.';
  return `The works (${works}) look like those of one person.`;
}

function standing({ verifiedFollowers, verifiedCollaborators }: TrustEvidence): TrustComponent {
  const points = Math.min(verifiedFollowers, MOST_OF_A_KIND) + Math.min(verifiedCollaborators, MOST_OF_A_KIND);
  return {
    name: 'Standing in the community',
    points,
    maximum: 2 * MOST_OF_A_KIND,
    explanation: `Other people with a verified record: followers ${verifiedFollowers}, collaborators ${verifiedCollaborators}; 1 point each, at most ${MOST_OF_A_KIND} of either. No other follower counts.`,
  };
}
