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
  /** What a researcher has from records that a moderator merged into it, null where there are none any more. */
  readonly merged?: MergedFacts | null | undefined;
}

/** What a record brings to the one that it is merged into. */
export interface MergedFacts {
  readonly names: readonly string[];
  readonly orcid: string | null;
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
  const sources = sourcesAfter(news, source);
  const told = [record, news.person, news.merged].some((part) => part !== undefined);
  if (!told && stored?.stated === text && stored.sources === sources) return null;
  const person = news.person === undefined ? readStatement(stored?.orcidRecord) : news.person;

  const recorded = record ? (record as unknown as Properties) : fieldsOfRecord(stored);
  const [, statedName, ...parts] = text?.split(STATED_SEPARATOR) ?? [];
  const name = String(recorded.name ?? (statedName || (person?.name ?? id)));
  const fields: Record<string, unknown> = { name };
  statedFields[kind].forEach((field, place) => {
    fields[field] = recorded[field] ?? (parts[place] || null);
  });
  const merged = news.merged === undefined ? mergedBefore(stored) : news.merged;
  const added = kind === 'researcher' && fields.orcid === null ? (person?.orcid ?? merged?.orcid ?? null) : null;
  if (added !== null) fields.orcid = added;
  const names =
    kind === 'researcher'
      ? { orcidAdded: added === null ? null : true, ...namesBeside(name, news, person, merged) }
      : {};
  const visible =
    told ||
    stored?.sources !== sources ||
    Object.entries(fields).some(([field, value]) => value !== stored.fields[field]);
  const sortName = kind === 'researcher' ? { sortName: sortKey(name) } : {};
  return {
    properties: { id, ...fields, ...sortName, stated: text, sources, ...(record && keptOf(kind, record)), ...names },
    visible,
  };
}

/** Who states the node then. What ORCID says may be taken over while another source is read, and merges state nothing. */
function sourcesAfter({ stored, record, statement, person }: NodeNews, source: string): string {
  if (person === null) return withoutSource(stored?.sources, 'orcid');
  if (person !== undefined) return addSource(stored?.sources, 'orcid');
  return record === undefined && statement === undefined && stored
    ? stored.sources
    : addSource(stored?.sources, source);
}

const mergedBefore = (stored: StoredNode | undefined): MergedFacts | null =>
  stored?.mergedNames == null ? null : { names: stored.mergedNames, orcid: stored.mergedOrcid ?? null };

/** Further names where ORCID or a merge gives some: those of the researcher's own record first, kept apart from what is added. */
function namesBeside(
  name: string,
  { stored, record }: NodeNews,
  person: PersonStatement | null,
  merged: MergedFacts | null,
): Properties {
  const before = stored?.orcidRecord != null || stored?.mergedNames != null;
  const after = person !== null || merged !== null;
  if (!after && !before) return {};
  const known = (before ? stored?.ownNames : stored?.otherNames) ?? [];
  const ownNames = record?.kind === 'researcher' ? record.otherNames : known;
  const added = [...(person === null ? [] : namesOf(person)), ...(merged?.names ?? [])];
  const otherNames = [...new Set([...ownNames, ...added])].filter((other) => other !== name);
  return presentOnly({
    ...{ otherNames, ownNames: after ? ownNames : null },
    orcidRecord: person === null ? null : JSON.stringify(person),
    ...{ mergedNames: merged?.names ?? null, mergedOrcid: merged?.orcid ?? null },
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
