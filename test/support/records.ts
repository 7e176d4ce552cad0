import type { OnlineBatch } from '../../src/ingest/online/import-online.js';
import type {
  Authorship,
  FormerRecord,
  GraphRecord,
  InstitutionRecord,
  RecordKind,
  ResearcherRecord,
  SourceRecord,
  TopicRecord,
  WorkRecord,
} from '../../src/ingest/records.js';
import { STATED_SEPARATOR } from '../../src/ingest/records.js';

type Draft<R extends GraphRecord> = Partial<Omit<R, 'authorships' | 'kind'>> & { readonly id: string };

/** An authorship in short: position and name follow from its place. */
export type Author = Partial<Authorship> & { readonly researcherId: string };

export interface WorkDraft extends Draft<WorkRecord> {
  readonly authors?: readonly Author[];
  /** Names on the byline that no researcher stands for. */
  readonly otherNames?: readonly string[];
  /** What the work calls those that it mentions. */
  readonly called?: Readonly<Record<string, string>>;
}

const statement = (date: string | null, id: string, name: string, fields: number) => ({
  id,
  stated: [date ?? '', name, ...Array<string>(fields).fill('')].join(STATED_SEPARATOR),
});

const absent = (fields: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(fields)
    .filter(([, value]) => value === null || (Array.isArray(value) && value.length === 0))
    .map(([name]) => name);

/** The record with a fingerprint of what it says. */
const withHash = <R extends GraphRecord>(record: Omit<R, 'hash'>, hash: string | undefined): R =>
  ({ ...record, hash: hash ?? JSON.stringify(record) }) as unknown as R;

/** A work's record, with the statements that its mentions make. */
export function work({ authors = [], otherNames = [], called = {}, hash, ...draft }: WorkDraft): WorkRecord {
  const authorships = authors.map((author, place) => ({
    position: place + 1,
    name: called[author.researcherId] ?? author.researcherId,
    corresponding: false,
    institutionIds: [],
    ...author,
  }));
  const institutionIds = [...new Set(authorships.flatMap((authorship) => authorship.institutionIds))];
  const topics = draft.topics ?? [];
  const date = draft.sourceUpdatedAt ?? null;
  const name = (id: string): string => called[id] ?? `Name of ${id}`;
  return withHash<WorkRecord>(
    {
      kind: 'work',
      title: 'A title',
      titleText: null,
      type: null,
      year: null,
      date: null,
      source: null,
      doi: null,
      arxivId: null,
      openAccessUrl: null,
      abstract: null,
      abstractText: null,
      citationCount: 0,
      retracted: false,
      byline: [...authorships.map((authorship) => authorship.name), ...otherNames],
      institutionIds,
      references: [],
      namesWithoutId: otherNames.length,
      notImported: [],
      unknown: [],
      statements: {
        researchers: authors.map(({ researcherId }) => statement(date, researcherId, name(researcherId), 1)),
        institutions: institutionIds.map((id) => statement(date, id, name(id), 3)),
        topics: topics.map(({ id }) => statement(date, id, name(id), 3)),
      },
      sourceUpdatedAt: date,
      ...draft,
      authorships,
      topics,
    },
    hash,
  );
}

export function researcher({ hash, ...draft }: Draft<ResearcherRecord>): ResearcherRecord {
  const affiliations = draft.affiliations ?? [];
  const date = draft.sourceUpdatedAt ?? null;
  const fields = { name: null, otherNames: [], orcid: null, ...draft };
  const institutions = affiliations.map(({ institutionId: id }) => statement(date, id, `Name of ${id}`, 3));
  return withHash<ResearcherRecord>(
    {
      kind: 'researcher',
      notImported: [],
      unknown: absent(fields),
      sourceUpdatedAt: date,
      affiliations,
      statements: { institutions },
      ...fields,
    },
    hash,
  );
}

export function institution({ hash, ...draft }: Draft<InstitutionRecord>): InstitutionRecord {
  const fields = { name: null, otherNames: [], ror: null, country: null, type: null, homepage: null, ...draft };
  return withHash<InstitutionRecord>(
    { kind: 'institution', notImported: [], unknown: absent(fields), sourceUpdatedAt: null, ...fields },
    hash,
  );
}

export function topic({ hash, ...draft }: Draft<TopicRecord>): TopicRecord {
  const fields = { name: null, description: null, subfield: null, field: null, domain: null, ...draft };
  return withHash<TopicRecord>(
    { kind: 'topic', notImported: [], unknown: absent(fields), sourceUpdatedAt: null, ...fields },
    hash,
  );
}

/** Records as the source of a name delivers them. */
export async function* batchesFrom(source: string, records: readonly SourceRecord[]): AsyncGenerator<OnlineBatch> {
  yield { source, records };
}

/** Records as the source `test` delivers them. */
export const batchesOf = (...records: readonly SourceRecord[]): AsyncGenerator<OnlineBatch> =>
  batchesFrom('test', records);

const kindOfLetter: Readonly<Record<string, RecordKind>> = { A: 'researcher', I: 'institution', T: 'topic', W: 'work' };

/** That one id stands for another now, or for nothing; of the kind that its first letter tells. */
export const former = (id: string, target: string | null): FormerRecord => ({
  kind: 'former',
  of: kindOfLetter[id.charAt(0)] as RecordKind,
  id,
  target,
  reason: target === null ? 'It was deleted.' : 'It was merged.',
});
