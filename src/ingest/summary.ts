import { type LeftAside, nothingLeftAside } from './left-aside.js';
import { type RecordKind, recordKinds, type SourceRecord } from './records.js';

/** What became of the records of one kind: read = created + updated + unchanged + rejected. */
export interface KindSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** A new work of a researcher whose record was split, and the part that it went to. */
export interface SplitWork {
  readonly work: string;
  readonly id: string;
  readonly researcher: string;
}

/** What an import did. Lines that could not be told to be any kind are counted under `unrecognised`. */
export interface ImportSummary {
  readonly mode: 'bulk' | 'online' | 'dry-run';
  readonly kinds: Record<RecordKind, KindSummary>;
  /** Rejected lines whose kind could not be told. */
  unrecognised: number;
  /** Names on bylines that no author id stands for. */
  namesWithoutId: number;
  /** Files of a snapshot that were not read, since the graph holds what is in them. */
  passedOver: number;
  /** Files that were found and hold nothing to read. */
  leftAside: LeftAside;
  /** New works of researchers whose record a moderator split, and the part that each went to. */
  readonly splitWorks: SplitWork[];
  /** How many more of these there were than are named: of a whole import a thousand are. */
  moreSplitWorks: number;
  /** Wall-clock time of the whole import. */
  seconds: number;
  /** What the operator has to run, where a bulk import left its CSV. */
  readonly command?: string | null;
}

/** The kind that a record is counted under: an article is a work, a person a researcher. */
export function countedAs(record: SourceRecord): RecordKind {
  if (record.kind === 'former') return record.of;
  if (record.kind === 'article') return 'work';
  return record.kind === 'person' ? 'researcher' : record.kind;
}

/** A summary with nothing counted yet. */
export function emptySummary(mode: ImportSummary['mode']): ImportSummary {
  const kinds = Object.fromEntries(
    recordKinds.map((kind) => [kind, { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 }]),
  ) as Record<RecordKind, KindSummary>;
  return {
    mode,
    kinds,
    unrecognised: 0,
    namesWithoutId: 0,
    passedOver: 0,
    leftAside: nothingLeftAside(),
    splitWorks: [],
    moreSplitWorks: 0,
    seconds: 0,
  };
}

/** Adds what became of further records. */
export function addCounts(summary: ImportSummary, more: ImportSummary['kinds']): void {
  for (const kind of recordKinds)
    for (const what of ['read', 'created', 'updated', 'unchanged', 'rejected'] as const)
      summary.kinds[kind][what] += more[kind][what];
}

/** As many works of split records are named. */
const MOST_SPLIT_WORKS = 1_000;

/** Adds works of split records to those that are named, or counts them where these are many. */
export function addSplitWorks(
  summary: Pick<ImportSummary, 'splitWorks' | 'moreSplitWorks'>,
  works: readonly SplitWork[],
  more = 0,
): void {
  const named = works.slice(0, MOST_SPLIT_WORKS - summary.splitWorks.length);
  summary.splitWorks.push(...named);
  summary.moreSplitWorks += more + works.length - named.length;
}
