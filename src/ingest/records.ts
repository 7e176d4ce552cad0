import type { ArxivRecord } from './arxiv/arxiv-record.js';
import type { OrcidRecord } from './orcid/orcid-record.js';

/** What a source says, as it is read. */
export type SourceRecord = GraphRecord | ArticleRecord | PersonRecord | FormerRecord;

/** An article that arXiv describes. Which work it is, and who its authors are, only the graph can tell. */
export interface ArticleRecord {
  readonly kind: 'article';
  readonly article: ArxivRecord;
}

/** A person whom ORCID describes. Which researcher that is, only the graph can tell. */
export interface PersonRecord {
  readonly kind: 'person';
  readonly person: OrcidRecord;
}

/** A source says that an id of its own stands for something else now, or for nothing. */
export interface FormerRecord {
  readonly kind: 'former';
  readonly of: RecordKind;
  readonly id: string;
  /** What stands for it now; null where it is gone for good. */
  readonly target: string | null;
  /** In words, for those who held the id. */
  readonly reason: string;
}

/** The sources that can be read, by the names that are stated on nodes and edges. */
export const sourceNames = ['openalex', 'arxiv', 'orcid'] as const;
export type SourceName = (typeof sourceNames)[number];

/** A file of a snapshot that was read to its end. */
export interface ImportedFile {
  /** Its place in the snapshot: `works/updated_date=2024-05-01/part_000.gz`. */
  readonly key: string;
  /** Its size on the disk. */
  readonly bytes: number;
}

/** Records of one source, in the order in which they are read. */
export interface RecordBatch {
  readonly source: SourceName;
  readonly records: readonly SourceRecord[];
  /** The file of a snapshot that ends with these records. */
  readonly completes?: ImportedFile;
}

/** What is written, in bulk or online, once it has keys of the graph. `docs/graph-model.md` defines the fields. */
export type GraphRecord = WorkRecord | ResearcherRecord | InstitutionRecord | TopicRecord;

/** The four kinds of record, in the order in which nodes can be written before the edges that need them. */
export const recordKinds = ['topic', 'institution', 'researcher', 'work'] as const;
export type RecordKind = (typeof recordKinds)[number];

interface Sourced {
  readonly id: string;
  /** The date that the source gives the record, as it writes it; null where it gives none. */
  readonly sourceUpdatedAt: string | null;
  /** Fingerprint of the record's text. */
  readonly hash: string;
  /** Fields whose key the record did not have. */
  readonly notImported: readonly string[];
  /** Fields that the record left empty. */
  readonly unknown: readonly string[];
}

/** What a work says in passing of someone or something: a node key and the string kept in `stated`. */
export interface Statement {
  readonly id: string;
  readonly stated: string;
}

/** A researcher on a byline. */
export interface Authorship {
  readonly researcherId: string;
  /** Place in the byline, from 1. */
  readonly position: number;
  readonly name: string;
  readonly corresponding: boolean;
  readonly institutionIds: readonly string[];
  /** The id that the source gives, where a moderator found the author to be another. */
  readonly statedAs?: string | undefined;
}

export interface WorkRecord extends Sourced {
  readonly kind: 'work';
  readonly title: string;
  readonly titleText: string | null;
  readonly type: string | null;
  readonly year: number | null;
  readonly date: string | null;
  readonly source: string | null;
  readonly doi: string | null;
  readonly arxivId: string | null;
  readonly openAccessUrl: string | null;
  readonly abstract: string | null;
  readonly abstractText: string | null;
  readonly citationCount: number;
  readonly retracted: boolean;
  readonly byline: readonly string[];
  /** Names on the byline that no author id stands for; counted for the summary, not stored. */
  readonly namesWithoutId: number;
  readonly institutionIds: readonly string[];
  readonly references: readonly string[];
  readonly authorships: readonly Authorship[];
  readonly topics: readonly { readonly id: string; readonly score: number }[];
  readonly statements: {
    readonly researchers: readonly Statement[];
    readonly institutions: readonly Statement[];
    readonly topics: readonly Statement[];
  };
}

export interface StatedAffiliation {
  readonly institutionId: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly current: boolean;
}

export interface ResearcherRecord extends Sourced {
  readonly kind: 'researcher';
  readonly name: string | null;
  readonly otherNames: readonly string[];
  readonly orcid: string | null;
  readonly affiliations: readonly StatedAffiliation[];
  readonly statements: { readonly institutions: readonly Statement[] };
}

export interface InstitutionRecord extends Sourced {
  readonly kind: 'institution';
  readonly name: string | null;
  readonly otherNames: readonly string[];
  readonly ror: string | null;
  readonly country: string | null;
  readonly type: string | null;
  readonly homepage: string | null;
}

export interface TopicRecord extends Sourced {
  readonly kind: 'topic';
  readonly name: string | null;
  readonly description: string | null;
  readonly subfield: string | null;
  readonly field: string | null;
  readonly domain: string | null;
}

/** The title of a work that its source gives none. */
export const UNTITLED = '[Untitled]';

/** Joins the parts of a statement. */
export const STATED_SEPARATOR = '\u001f';

/** A line of a source that could not be read. */
export interface Reject {
  /** Path of the file. */
  readonly source: string;
  /** From 1; of a saved API answer, the place in `results`. */
  readonly line: number;
  readonly reason: string;
}
