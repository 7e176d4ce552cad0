/** What the graph knows of a researcher that bears on trust: a row of `trust.evidence`. */
export interface TrustEvidence {
  readonly id: string;
  /** A record of the person was read from a source, not only works that name them. */
  readonly hasRecord: boolean;
  readonly orcid: string | null;
  /** A claim waits for a decision. */
  readonly claimPending: boolean;
  readonly claimed: boolean;
  /** The owner's claim was verified; never true of what is not claimed. */
  readonly verified: boolean;
  /** JSON of what ORCID says, of verified records alone. */
  readonly orcidRecord: string | null;
  /** Parts of the record that are there. */
  readonly parts: {
    readonly topics: boolean;
    readonly years: boolean;
    readonly affiliation: boolean;
    readonly otherNames: boolean;
    readonly headline: boolean;
  };
  /** Works on whose bylines the person stands by another source's word than ORCID's. */
  readonly statedWorks: number;
  /** Those of them with a DOI or an arXiv id. */
  readonly identifiedWorks: number;
  /** Works that ORCID alone ascribes to the person. */
  readonly selfClaimedWorks: number;
  /** Whether the works look like one person's; null where that is not known. */
  readonly consistent: boolean | null;
  /** Other people with a verified record who follow this one. */
  readonly verifiedFollowers: number;
  /** Coauthors with a verified record, by a work that another source than ORCID ascribes to the person. */
  readonly verifiedCollaborators: number;
}
