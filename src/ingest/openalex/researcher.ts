import { orcidKey } from '../../core/identifiers.js';
import { oneLine } from '../clean-text.js';
import type { ResearcherRecord, StatedAffiliation } from '../records.js';
import { Absence } from './absence.js';
import {
  isObject,
  type JsonObject,
  readIntegers,
  readObject,
  readObjects,
  readString,
  readStrings,
  readText,
} from './fields.js';
import { nodeKey } from './ids.js';
import { institutionFields, Statements } from './statements.js';

/** Translates an author; throws FieldError where a field has another type than OpenAlex documents. */
export function readResearcher(author: JsonObject, id: string, hash: string): ResearcherRecord {
  const sourceUpdatedAt = readText(author, 'updated_date');
  const name = readText(author, 'display_name');
  const otherNames = readOtherNames(author, name);
  const ids = readObject(author, 'ids') ?? {};
  const orcid = orcidKey(readString(author, 'orcid')) ?? orcidKey(readString(ids, 'orcid', 'ids.'));
  const institutions = new Statements(sourceUpdatedAt);
  const affiliations = readAffiliations(author, institutions);

  const absence = new Absence(author);
  absence.note('name', name, 'display_name');
  absence.note('otherNames', otherNames, 'display_name_alternatives');
  absence.noteKnown('orcid', orcid, () => Object.hasOwn(author, 'orcid') || Object.hasOwn(ids, 'orcid'));
  absence.note('affiliations', affiliations, 'affiliations', 'last_known_institutions', 'last_known_institution');
  return {
    kind: 'researcher',
    id,
    sourceUpdatedAt,
    hash,
    notImported: absence.notImported,
    unknown: absence.unknown,
    name,
    otherNames,
    orcid,
    affiliations,
    statements: { institutions: institutions.all() },
  };
}

/** The alternative names, each once, without the name itself. */
export function readOtherNames(object: JsonObject, name: string | null): string[] {
  const names = readStrings(object, 'display_name_alternatives').map(oneLine);
  return [...new Set(names)].filter((other) => other !== '' && other !== name);
}

interface Span {
  readonly id: string;
  fromYear: number | null;
  toYear: number | null;
}

function readAffiliations(author: JsonObject, statements: Statements): StatedAffiliation[] {
  const spans = new Map<string, Span>();
  const spanOf = (institution: JsonObject, within: string): Span | null => {
    const fields = institutionFields(institution, within);
    const id = nodeKey(readString(institution, 'id', within), 'institution');
    if (id === null) return null;
    statements.add(id, ...fields);
    const span = spans.get(id) ?? { id, fromYear: null, toYear: null };
    spans.set(id, span);
    return span;
  };

  for (const affiliation of readObjects(author, 'affiliations')) {
    const institution = readObject(affiliation, 'institution', 'affiliations[].') ?? {};
    const years = readIntegers(affiliation, 'years', 1, 9999, 'affiliations[].');
    const span = spanOf(institution, 'affiliations[].institution.');
    if (span === null || years.length === 0) continue;
    span.fromYear = Math.min(span.fromYear ?? 9999, ...years);
    span.toYear = Math.max(span.toYear ?? 1, ...years);
  }
  const lastKnown = readLastKnown(author)?.map((institution) => spanOf(institution, 'last_known_institutions[].')?.id);
  const latest = Math.max(...[...spans.values()].map((span) => span.toYear ?? 0));
  const isCurrent = (span: Span): boolean =>
    lastKnown === undefined ? span.toYear !== null && span.toYear === latest : lastKnown.includes(span.id);
  return [...spans.values()].map((span) => ({
    institutionId: span.id,
    fromYear: span.fromYear,
    toYear: span.toYear,
    current: isCurrent(span),
  }));
}

/** Undefined where the author's record has neither the present key nor the older one. */
function readLastKnown(author: JsonObject): readonly JsonObject[] | undefined {
  if (Object.hasOwn(author, 'last_known_institutions')) return readObjects(author, 'last_known_institutions');
  const institution = readObject(author, 'last_known_institution');
  if (isObject(institution)) return [institution];
  return Object.hasOwn(author, 'last_known_institution') ? [] : undefined;
}
