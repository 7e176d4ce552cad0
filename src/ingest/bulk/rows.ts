import {
  type GraphRecord,
  type InstitutionRecord,
  type ResearcherRecord,
  STATED_SEPARATOR,
  type Statement,
  type TopicRecord,
  type WorkRecord,
} from '../records.js';
import { sortKey } from '../sort-key.js';

/** The intermediate files; `sql/bulk.1-read.sql` gives their columns, in the order in which they are written here. */
export const tables = [
  'work',
  'references',
  'authorship',
  'topic_of_work',
  'researcher',
  'affiliation',
  'institution',
  'topic',
  'researcher_statement',
  'institution_statement',
  'topic_statement',
] as const;
export type Table = (typeof tables)[number];

/** Between the elements of a list, within one field. Stored texts have no control characters: none needs an escape. */
export const LIST_SEPARATOR = '\u001e';
/** Stands for an absent value, which is not the same as an empty text. */
const ABSENT = '\u0002';

type Cell = string | number | boolean | null;

/** Takes rows of a table, each with its line end. */
export type RowSink = (table: Table, row: string) => void;

/** Takes what works and researchers say of others. */
export type StatementSink = (table: Table, statement: Statement) => void;

function row(...cells: readonly Cell[]): string {
  let text = '';
  for (const cell of cells) text += (text === '' ? '' : '\t') + (cell ?? ABSENT);
  return `${text}\n`;
}

/** An empty list is absent: neo4j-admin has no way to store one. */
const list = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join(LIST_SEPARATOR));

const kept = (record: GraphRecord): readonly Cell[] => [
  record.sourceUpdatedAt,
  record.hash,
  list(record.notImported),
  list(record.unknown),
];

function writeWork(sequence: number, work: WorkRecord, add: RowSink, state: StatementSink): void {
  add(
    'work',
    row(
      sequence,
      work.id,
      ...kept(work),
      work.title,
      work.titleText,
      sortKey(work.title),
      work.type,
      work.year,
      work.date,
      work.source,
      work.doi,
      work.arxivId,
      work.openAccessUrl,
      work.abstract,
      work.abstractText,
      work.citationCount,
      work.retracted,
      list(work.byline),
      work.byline.length,
      list(work.institutionIds),
      list(work.references),
    ),
  );
  if (work.references.length > 0) add('references', row(sequence, list(work.references)));
  for (const { researcherId, position, name, corresponding, institutionIds } of work.authorships)
    add('authorship', row(sequence, researcherId, position, name, corresponding, list(institutionIds)));
  for (const topic of work.topics) add('topic_of_work', row(sequence, topic.id, topic.score));
  for (const statement of work.statements.researchers) state('researcher_statement', statement);
  for (const statement of work.statements.institutions) state('institution_statement', statement);
  for (const statement of work.statements.topics) state('topic_statement', statement);
}

function writeResearcher(sequence: number, researcher: ResearcherRecord, add: RowSink, state: StatementSink): void {
  const { id, name, otherNames, orcid } = researcher;
  add('researcher', row(sequence, id, ...kept(researcher), name, name && sortKey(name), list(otherNames), orcid));
  for (const { institutionId, fromYear, toYear, current } of researcher.affiliations)
    add('affiliation', row(sequence, institutionId, fromYear, toYear, current));
  for (const statement of researcher.statements.institutions) state('institution_statement', statement);
}

function writeInstitution(sequence: number, institution: InstitutionRecord, add: RowSink): void {
  const { id, name, otherNames, ror, country, type, homepage } = institution;
  add('institution', row(sequence, id, ...kept(institution), name, list(otherNames), ror, country, type, homepage));
}

function writeTopic(sequence: number, topic: TopicRecord, add: RowSink): void {
  const { id, name, description, subfield, field, domain } = topic;
  add('topic', row(sequence, id, ...kept(topic), name, description, subfield, field, domain));
}

/** Writes a statement's row: what it says, and what the name in it is sorted by. */
export function statementRow({ id, stated }: Statement): string {
  const name = stated.split(STATED_SEPARATOR, 2)[1];
  return row(id, stated, name ? sortKey(name) : null);
}

/**
 * Translates a record to rows of the intermediate files.
 * @param sequence names the record: no two have the same
 */
export function writeRecord(sequence: number, record: GraphRecord, add: RowSink, state: StatementSink): void {
  if (record.kind === 'work') writeWork(sequence, record, add, state);
  else if (record.kind === 'researcher') writeResearcher(sequence, record, add, state);
  else if (record.kind === 'institution') writeInstitution(sequence, record, add);
  else writeTopic(sequence, record, add);
}
