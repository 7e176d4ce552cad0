/** Who put a statement into an ORCID record: its owner, or an organisation that the owner lets write into it. */
export interface Assertion {
  readonly by: 'OWNER' | 'OTHER';
  /** The name of the organisation or person that asserted it, as ORCID gives it. */
  readonly name: string | null;
}

/** One employment of an ORCID record. */
export interface OrcidEmployment {
  readonly organization: string;
  /** Key of the organisation in ROR (`01bzgdw81`); null where the record names it by another scheme, or by none. */
  readonly ror: string | null;
  /** Two letters, in upper case. */
  readonly country: string | null;
  readonly fromYear: number | null;
  /** Null while it lasts, and where the record says nothing. */
  readonly toYear: number | null;
  /** It has begun, or says nothing of its beginning, and has no end. */
  readonly current: boolean;
  readonly asserted: Assertion;
}

/** One work of an ORCID record that has a DOI. */
export interface OrcidWork {
  /** In lower case, without address. */
  readonly doi: string;
  /** Null where the record has none. */
  readonly title: string | null;
  /** In ORCID's words: `journal-article`. */
  readonly type: string | null;
  readonly year: number | null;
  /** `YYYY-MM-DD` where the record has the day. */
  readonly date: string | null;
  /** Title of the journal. */
  readonly source: string | null;
  readonly asserted: Assertion;
}

/** What ORCID's public record says of one person, whatever format it came in. */
export interface OrcidRecord {
  /** The iD alone: `0000-0002-1825-0097`. */
  readonly orcid: string;
  /** The name under which the person publishes (credit name), else given and family name; null where it is not public. */
  readonly name: string | null;
  /** All further names, each once, without `name`. */
  readonly otherNames: readonly string[];
  /** Each once; those of one organisation one after the other, the earliest first. */
  readonly employments: readonly OrcidEmployment[];
  /** Each DOI once, in the order of the record. */
  readonly works: readonly OrcidWork[];
  /** How many works had no DOI and are left out. */
  readonly worksWithoutDoi: number;
  /** Moment of the record's last change, RFC 3339 in UTC with milliseconds. */
  readonly updated: string | null;
  /** Iff the record was merged into another one: that one's iD. */
  readonly mergedInto: string | null;
  /** ORCID shows nothing of the record any more: its owner deactivated it, or ORCID locked it. */
  readonly withdrawn: boolean;
  /** Fingerprint of the record's text. */
  readonly hash: string;
}

/** A record that could not be read, and why. */
export interface RejectedOrcid {
  readonly reason: string;
}

export const isRejectedOrcid = (result: OrcidRecord | RejectedOrcid): result is RejectedOrcid => 'reason' in result;
