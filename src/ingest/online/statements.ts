import { read, type Statement, write } from '../../core/queries.js';

interface Ids {
  readonly ids: readonly string[];
}
interface Rows<Row> {
  readonly rows: readonly Row[];
}

/** The ends of an edge. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}
export interface SourcedPair extends Pair {
  readonly sources: string;
}
export type Properties = Readonly<Record<string, unknown>>;
export interface EdgeRow extends Pair {
  readonly properties: Properties;
}
export interface CountRow extends Pair {
  readonly works: number;
}
/** Pairs with one end in common. */
export interface PairsOfOne {
  readonly id: string;
  readonly others: Readonly<Record<string, true>>;
}

export interface RecordCount {
  readonly source: string;
  /** How many more. */
  readonly records: number;
}

/** What the graph knows of the last record of an id. */
export interface StoredRecord {
  readonly id: string;
  /** Null where no record was read. */
  readonly hash: string | null;
  readonly sourceUpdatedAt: string | null;
  readonly notImported: readonly string[] | null;
  readonly unknown: readonly string[] | null;
  readonly sources: string;
}

export interface StoredWork extends StoredRecord {
  /** JSON of what arXiv says of it beside its own record; null where it says nothing. */
  readonly supplement: string | null;
}

/** A node that statements may change, too. */
export interface StoredNode extends StoredRecord {
  readonly stated: string | null;
  readonly fields: Readonly<Record<string, string | null>>;
  /** Of researchers: all further names, those of the record alone where ORCID adds to them, and what ORCID says (JSON). */
  readonly otherNames?: readonly string[] | null;
  readonly ownNames?: readonly string[] | null;
  readonly orcidRecord?: string | null;
  /** Names and the iD of records that a moderator merged into it. */
  readonly mergedNames?: readonly string[] | null;
  readonly mergedOrcid?: string | null;
}

export interface StoredWorkEdges {
  readonly id: string;
  readonly year: number | null;
  readonly citationCount: number;
  readonly authorCount: number;
  readonly institutions: readonly string[];
  readonly authored: readonly (readonly [
    researcher: string,
    position: number,
    name: string,
    corresponding: boolean,
    institutionIds: readonly string[] | null,
    sources: string,
    /** The id under which the source states the author, where a moderator found that to be another. */
    statedAs: string | null,
  ])[];
  readonly about: readonly (readonly [topic: string, score: number, sources: string])[];
  readonly cites: readonly (readonly [work: string, sources: string])[];
}

export interface Citer {
  readonly citing: string;
  readonly sources: string;
  readonly cited: readonly string[];
}

export interface StoredAffiliations {
  readonly id: string;
  readonly named: readonly (readonly [
    institution: string,
    works: number,
    firstYear: number | null,
    lastYear: number | null,
  ])[];
  readonly stored: readonly (readonly [
    institution: string,
    works: number,
    fromYear: number | null,
    toYear: number | null,
    current: boolean,
    stated: boolean | null,
    sources: string | null,
  ])[];
  /** What ORCID says of the researcher, and what their own record states of affiliations beside it: JSON. */
  readonly orcidRecord: string | null;
  readonly recordedAffiliations: string | null;
  /** What records say that a moderator merged into it. */
  readonly mergedAffiliations: string | null;
}

export const lock = write<Record<string, never>>('ingest.lock');
export const countRecords = write<Rows<RecordCount> & { source: string; now: string }>('ingest.count-records');
export const finish = write<{ source: string; now: string }>('ingest.finish');

export const storedWorks = read<Ids, StoredWork>('ingest.stored-works');
export const storedNodes: Readonly<Record<'researcher' | 'institution' | 'topic', Statement<Ids, StoredNode>>> = {
  researcher: read('ingest.stored-researchers'),
  institution: read('ingest.stored-institutions'),
  topic: read('ingest.stored-topics'),
};
export const writeNodes = {
  researcher: write<Rows<Properties>>('ingest.write-researchers'),
  institution: write<Rows<Properties>>('ingest.write-institutions'),
  topic: write<Rows<Properties>>('ingest.write-topics'),
  work: write<Rows<Properties>>('ingest.write-works'),
};

export const edgesOfWorks = read<Ids, StoredWorkEdges>('ingest.edges-of-works');
/** The ids at the other ends of edges of a work. */
export type Ends = Readonly<Record<string, true>>;
export const removeWorkEdges =
  write<Rows<{ readonly work: string; readonly authored: Ends; readonly about: Ends; readonly producedAt: Ends }>>(
    'ingest.remove-work-edges',
  );
export const authored = write<Rows<EdgeRow>>('ingest.authored');
export const about = write<Rows<SourcedPair & { readonly score: number }>>('ingest.about');
export const producedAt = write<Rows<Pair>>('ingest.produced-at');

export const earlierCiters = read<{ query: string; wanted: Readonly<Record<string, true>> }, Citer>(
  'ingest.earlier-citers',
);
export const presentWorks = read<Ids, { readonly id: string }>('ingest.present-works');
export const cites = write<Rows<SourcedPair>>('ingest.cites');
export const citesSources = write<Rows<SourcedPair>>('ingest.cites-sources');
export const uncite = write<Rows<Pair>>('ingest.uncite');

export const researches = write<Rows<CountRow>>('ingest.researches');
export const activeIn = write<Rows<CountRow>>('ingest.active-in');
export const partners = write<Rows<CountRow>>('ingest.partners');
export const forgetCoauthors = write<Rows<PairsOfOne>>('ingest.forget-coauthors');
export const coauthors = write<Rows<PairsOfOne> & { readonly maxAuthors: number }>('ingest.coauthors');

export const affiliationsOf = read<Ids, StoredAffiliations>('ingest.affiliations-of');
export const affiliated = write<Rows<EdgeRow>>('ingest.affiliated');
export const changeAffiliated = write<Rows<EdgeRow>>('ingest.change-affiliated');
export const removeAffiliated = write<Rows<Pair>>('ingest.remove-affiliated');

export const researcherFigures = write<Ids>('ingest.researcher-figures');
export const topicFigures = write<Ids>('ingest.topic-figures');
export const institutionFigures = write<Ids>('ingest.institution-figures');
