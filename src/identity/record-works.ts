/** A coauthor on one work, beside the record's person. */
export interface IdentityCoauthor {
  /** The researcher's id, where the byline's name has one. */
  readonly id?: string | null;
  /** As printed on the work. */
  readonly name: string;
}

/** An organisation that the work gives for the record's person. */
export interface IdentityOrganisation {
  readonly id?: string | null;
  /** A name, or an address as printed. */
  readonly name?: string | null;
}

/** One work of a record, as far as it tells whose it is. All but the id may be left out: what is unknown says nothing. */
export interface IdentityWork {
  readonly id: string;
  /** Plain text, without markup. */
  readonly title?: string | null;
  readonly year?: number | null;
  /** Journal, conference or series. */
  readonly venue?: string | null;
  /** The name of the record's person as printed on the work. */
  readonly printedName?: string | null;
  /** The byline without the record's person. */
  readonly coauthors?: readonly IdentityCoauthor[];
  /** Of the record's person, not of the coauthors. */
  readonly organisations?: readonly IdentityOrganisation[];
  /** Ids of topics, of their subfields, fields and domains. */
  readonly topics?: readonly string[];
  readonly subfields?: readonly string[];
  readonly fields?: readonly string[];
  readonly domains?: readonly string[];
  /** Ids of all works that it cites. */
  readonly references?: readonly string[];
}

/** What may be known beyond the record. */
export interface IdentityOptions {
  /** How common venues, words and organisations are: {@link backgroundOf} a sample of the graph's works. */
  readonly background?: Background;
  /** Pairs of coauthors' ids (or names, where they have none) who wrote together without the record's person. */
  readonly wroteTogether?: readonly (readonly [string, string])[];
}

/** In how many works of a sample something occurs. */
export interface Background {
  /** Works in the sample, and those of them that name an organisation. */
  readonly works: number;
  readonly worksWithOrganisation: number;
  readonly words: ReadonlyMap<string, number>;
  readonly venues: ReadonlyMap<string, number>;
  readonly organisations: ReadonlyMap<string, number>;
}
