import { addSource, compareCodePoints, withoutSource } from '../code-points.js';
import {
  type InstitutionRecord,
  type ResearcherRecord,
  STATED_SEPARATOR,
  type Statement,
  type TopicRecord,
  type WorkRecord,
} from '../records.js';
import { sortKey } from '../sort-key.js';
import { namesOf, type PersonStatement, readStatement } from './person-record.js';
import type { Properties, StoredNode } from './statements.js';

/** Nodes that occur inside works, too. */
export type StatedRecord = ResearcherRecord | InstitutionRecord | TopicRecord;
export type StatedKind = StatedRecord['kind'];

/** The fields of a statement, in its order, after date and name. */
const statedFields: Readonly<Record<StatedKind, readonly string[]>> = {
  researcher: ['orcid'],
  institution: ['ror', 'country', 'type'],
  topic: ['subfield', 'field', 'domain'],
};
/** Fields that only a record gives. */
const recordFields: Readonly<Record<StatedKind, readonly string[]>> = {
  researcher: ['otherNames'],
  institution: ['otherNames', 'homepage'],
  topic: ['description'],
};

/** An empty list is an absent property, as an empty field is. */
const absentIfEmpty = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : value);

const presentOnly = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, absentIfEmpty(value)]));

/** The statement of each id that is kept: the greatest by code point. */
export function greatestOf(statements: Iterable<Statement>): Map<string, string> {
  const greatest = new Map<string, string>();
  for (const { id, stated } of statements) {
    const known = greatest.get(id);
    if (known === undefined || compareCodePoints(stated, known) > 0) greatest.set(id, stated);
  }
  return greatest;
}

/** What was read of one node, and what the graph holds of it. */
export interface NodeNews {
  readonly kind: StatedKind;
  readonly id: string;
  readonly stored: StoredNode | undefined;
  /** The record that wins, if one was read. */
  readonly record: StatedRecord | undefined;
  readonly statement: string | undefined;
  /** What ORCID says of a researcher now, null where it says nothing any more; not given where it was not read. */
  readonly person?: PersonStatement | null | undefined;
}

/** How a node changes: properties to set, null for those to remove. */
export interface NodeChange {
  readonly properties: Properties;
  /** Whether more than our own notes about it change. */
  readonly visible: boolean;
}

/** What to write of a node; null where nothing changes. A field is the record's, else the statement's. */
export function changeOf(news: NodeNews, source: string): NodeChange | null {
  const { kind, id, stored, record, statement } = news;
  const stated = greatestOf([stored?.stated, statement].flatMap((text) => (text ? [{ id, stated: text }] : [])));
  const text = stated.get(id) ?? null;
  // What ORCID says may be taken over while another source is read.
  const stating = news.person === undefined ? source : 'orcid';
  const sources = news.person === null ? withoutSource(stored?.sources, stating) : addSource(stored?.sources, stating);
  if (record === undefined && news.person === undefined && stored?.stated === text && stored.sources === sources)
    return null;
  const person = news.person === undefined ? readStatement(stored?.orcidRecord) : news.person;

  const recorded = record ? (record as unknown as Properties) : fieldsOfRecord(stored);
  const [, statedName, ...parts] = text?.split(STATED_SEPARATOR) ?? [];
  const name = String(recorded.name ?? (statedName || (person?.name ?? id)));
  const fields: Record<string, unknown> = { name };
  statedFields[kind].forEach((field, place) => {
    fields[field] = recorded[field] ?? (parts[place] || null);
  });
  if (person !== null) fields.orcid ??= person.orcid;
  const names = kind === 'researcher' ? namesBeside(name, news, person) : {};
  const visible =
    record !== undefined ||
    news.person !== undefined ||
    stored?.sources !== sources ||
    Object.entries(fields).some(([field, value]) => value !== stored.fields[field]);
  const sortName = kind === 'researcher' ? { sortName: sortKey(name) } : {};
  return {
    properties: { id, ...fields, ...sortName, stated: text, sources, ...(record && keptOf(kind, record)), ...names },
    visible,
  };
}

/** Further names where ORCID gives some: those of the researcher's own record first, kept apart from what ORCID adds. */
function namesBeside(name: string, { stored, record }: NodeNews, person: PersonStatement | null): Properties {
  const before = stored?.orcidRecord != null;
  if (person === null && !before) return {};
  const known = (before ? stored?.ownNames : stored?.otherNames) ?? [];
  const ownNames = record?.kind === 'researcher' ? record.otherNames : known;
  const added = person === null ? [] : namesOf(person);
  const otherNames = [...new Set([...ownNames, ...added])].filter((other) => other !== name);
  return presentOnly({
    ...{ otherNames, ownNames: person === null ? null : ownNames },
    orcidRecord: person === null ? null : JSON.stringify(person),
  });
}

/** Those of the stored fields that the node's record gave. */
function fieldsOfRecord(stored: StoredNode | undefined): Properties {
  if (stored === undefined || stored.hash === null) return {};
  const absent = [...(stored.notImported ?? []), ...(stored.unknown ?? [])];
  return Object.fromEntries(Object.entries(stored.fields).filter(([field]) => !absent.includes(field)));
}

function keptOf(kind: StatedKind, record: StatedRecord): Properties {
  const { sourceUpdatedAt, hash, notImported, unknown } = record;
  const all = record as unknown as Properties;
  const own = Object.fromEntries(recordFields[kind].map((field) => [field, all[field]]));
  return presentOnly({ ...own, sourceUpdatedAt, hash, notImported, unknown });
}

/** All properties of a work's node. */
export function workProperties(record: WorkRecord, sources: string): Properties {
  const { kind, authorships, topics, statements, namesWithoutId, ...own } = record;
  const sortKeys = { sortTitle: sortKey(record.title), sortYear: record.year ?? 0 };
  return presentOnly({ ...own, ...sortKeys, authorCount: record.byline.length, sources });
}
