import { plainVariant } from '../plain-text.js';
import { UNTITLED, type WorkRecord } from '../records.js';
import { Absence } from './absence.js';
import { readAbstract } from './abstract.js';
import { readByline } from './authorships.js';
import { day } from './day.js';
import {
  type JsonObject,
  readBoolean,
  readInteger,
  readNumber,
  readObject,
  readObjects,
  readString,
  readStrings,
  readText,
} from './fields.js';
import { nodeKey } from './ids.js';
import { readPlaces } from './locations.js';
import { Statements, topicFields } from './statements.js';

/** The greatest whole number that GraphQL's Int holds. */
const MAX_INT = 2_147_483_647;

/** Translates a work; throws FieldError where a field has another type than OpenAlex documents. */
export function readWork(work: JsonObject, id: string, hash: string): WorkRecord {
  const sourceUpdatedAt = readText(work, 'updated_date');
  const displayName = readText(work, 'display_name');
  const ownTitle = readText(work, 'title') ?? displayName;
  const type = readText(work, 'type');
  const date = day(readText(work, 'publication_date'));
  const statedYear = readInteger(work, 'publication_year', 1, 9999);
  const year = statedYear ?? (date === null ? null : Number(date.slice(0, 4)));
  const places = readPlaces(work, id);
  const abstract = readAbstract(work);
  const citationCount = readInteger(work, 'cited_by_count', 0, MAX_INT);
  const retracted = readBoolean(work, 'is_retracted') ?? false;
  const { byline, namesWithoutId, authorships, institutionIds, researchers, institutions } = readByline(
    work,
    sourceUpdatedAt,
  );
  const topics = readTopics(work, sourceUpdatedAt);
  const references = readReferences(work, id);
  const title = ownTitle ?? UNTITLED;

  const absence = new Absence(work);
  absence.note('title', ownTitle, 'title', 'display_name');
  absence.note('type', type, 'type');
  absence.note('year', year, 'publication_year', 'publication_date');
  absence.note('date', date, 'publication_date');
  absence.note('source', places.source, 'primary_location', 'host_venue');
  absence.note('doi', places.doi, 'doi');
  absence.note('arxivId', places.arxivId, 'locations', 'primary_location');
  absence.note('openAccessUrl', places.openAccessUrl, 'open_access', 'best_oa_location');
  absence.note('abstract', abstract, 'abstract_inverted_index');
  absence.note('citationCount', citationCount, 'cited_by_count');
  absence.note('authors', byline, 'authorships');
  absence.noteKnown('institutions', institutionIds, () =>
    readObjects(work, 'authorships').some((authorship) => Object.hasOwn(authorship, 'institutions')),
  );
  absence.note('topics', topics.topics, 'topics', 'primary_topic');
  absence.note('references', references, 'referenced_works');

  return {
    kind: 'work',
    id,
    sourceUpdatedAt,
    hash,
    notImported: absence.notImported,
    unknown: absence.unknown,
    title,
    titleText: plainVariant(title),
    type,
    year,
    date,
    ...places,
    abstract,
    abstractText: abstract === null ? null : plainVariant(abstract),
    citationCount: citationCount ?? 0,
    retracted,
    byline,
    namesWithoutId,
    institutionIds,
    references,
    authorships,
    topics: topics.topics,
    statements: { researchers, institutions, topics: topics.statements },
  };
}

function readReferences(work: JsonObject, id: string): string[] {
  const references = new Set<string>();
  for (const text of readStrings(work, 'referenced_works')) {
    const key = nodeKey(text, 'work');
    if (key !== null && key !== id) references.add(key);
  }
  return [...references];
}

function readTopics(
  work: JsonObject,
  date: string | null,
): Pick<WorkRecord, 'topics'> & { statements: WorkRecord['statements']['topics'] } {
  const scores = new Map<string, number>();
  const statements = new Statements(date);
  const primary = readObject(work, 'primary_topic');
  const listed = readObjects(work, 'topics');
  for (const topic of listed.length === 0 && primary !== null ? [primary] : listed) {
    const fields = topicFields(topic, 'topics[].');
    const score = readNumber(topic, 'score', 'topics[].') ?? 0;
    const id = nodeKey(readString(topic, 'id', 'topics[].'), 'topic');
    if (id === null) continue;
    statements.add(id, ...fields);
    scores.set(id, Math.max(score, scores.get(id) ?? score));
  }
  return { topics: [...scores].map(([id, score]) => ({ id, score })), statements: statements.all() };
}
