/** One name of a byline, as arXiv gives it: it has no ids for people. */
export interface ArxivAuthor {
  /** As printed: given names, family name, suffix. */
  readonly name: string;
  /** The name by which arXiv sorts: the family name, or the whole of a name that has one part. */
  readonly family: string;
  readonly given: string | null;
  readonly suffix: string | null;
  readonly orcid: string | null;
  readonly affiliations: readonly string[];
  /** A collaboration or another group, and no person. */
  readonly collaboration: boolean;
}

/** What arXiv says of one article, whatever format it came in. */
export interface ArxivRecord {
  /** Without version and subject class: `0704.0001`, `math/0309136`. */
  readonly arxivId: string;
  /** On one line, LaTeX as it is written; null where the record has none. */
  readonly title: string | null;
  readonly abstract: string | null;
  readonly authors: readonly ArxivAuthor[];
  /** arXiv's own classes, the primary one first where the format tells it: `math.CO`. */
  readonly categories: readonly string[];
  /** In lower case; the first where the record has several. */
  readonly doi: string | null;
  /** DOIs beyond the first: reprints and parts. */
  readonly otherDois: readonly string[];
  readonly journalRef: string | null;
  readonly comments: string | null;
  /** Day of the first version, `YYYY-MM-DD`; of a listing alone, the day it was listed. */
  readonly date: string | null;
  /** Day of the last version or of the record's date stamp, whichever is later. */
  readonly updated: string | null;
  /** The last version takes the article back. */
  readonly withdrawn: boolean;
  /** arXiv no longer has the record: all that is known is its id and the day. */
  readonly deleted: boolean;
  /** Fingerprint of the record's text. */
  readonly hash: string;
}

/** A record that could not be read, and why. */
export interface RejectedArxiv {
  readonly reason: string;
}

export const isRejectedArxiv = (result: ArxivRecord | RejectedArxiv): result is RejectedArxiv => 'reason' in result;
