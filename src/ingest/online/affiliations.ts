import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../core/database.js';
import { write } from '../../core/queries.js';
import { addSource, withoutSource } from '../code-points.js';
import type { ResearcherRecord } from '../records.js';
import { findInstitutions, type SourcedAffiliation, withEmployments, withoutOrcid } from './employments.js';
import { findSuccessors, presentAffiliations } from './former-ids.js';
import { type PersonStatement, readStatement } from './person-record.js';
import {
  affiliated,
  affiliationsOf,
  changeAffiliated,
  type EdgeRow,
  type Pair,
  type Properties,
  removeAffiliated,
  type StoredAffiliations,
} from './statements.js';
import type { Touched } from './touched.js';

const recordAffiliations = write<{
  rows: readonly { readonly id: string; readonly recordedAffiliations: string | null }[];
}>('ingest.record-affiliations');

/** Stands for the last year of works without one: earlier than any. */
const EARLIEST = -1_000_000;

/** Researchers whose affiliations to bring up to date; `records` holds those of which a new record was written. */
export interface AffiliationNews {
  readonly ids: readonly string[];
  readonly records: ReadonlyMap<string, ResearcherRecord>;
  readonly source: string;
}

/** Writes stated affiliations, derives those of researchers who have none, and counts the works of both. */
export async function writeAffiliations(
  transaction: Transaction,
  { ids, records, source }: AffiliationNews,
  touched: Touched,
): Promise<void> {
  const researchers = await transaction.run(affiliationsOf, { ids });
  const renewed = await findSuccessors(transaction, researchers.flatMap(keptInstitutions));
  const people = new Map(researchers.map(({ id, orcidRecord }) => [id, readStatement(orcidRecord)]));
  const institutions = await findInstitutions(
    transaction,
    [...people.values()].filter((person) => person !== null),
  );
  const added: EdgeRow[] = [];
  const changed: EdgeRow[] = [];
  const lost: Pair[] = [];
  const kept: { id: string; recordedAffiliations: string | null }[] = [];
  const touch = (researcher: string, institution: string): void => {
    touched.edges('researcher', researcher, true);
    touched.edges('institution', institution, true);
  };
  for (const researcher of researchers) {
    const from = researcher.id;
    const before = storedOf(researcher);
    const person = people.get(from) ?? null;
    const recorded = presentAffiliations(recordedOf(researcher, records.get(from), source), renewed);
    const isKept = person !== null || researcher.mergedAffiliations !== null;
    const recordedAffiliations = isKept ? JSON.stringify(recorded) : null;
    if (recordedAffiliations !== researcher.recordedAffiliations) kept.push({ id: from, recordedAffiliations });
    const all = withMerged(recorded, presentAffiliations(readKept(researcher.mergedAffiliations), renewed));
    for (const [to, properties] of affiliationsAfter(researcher, all, person, institutions)) {
      const known = before.get(to);
      before.delete(to);
      if (known === undefined) added.push({ from, to, properties });
      else if (!isDeepStrictEqual(known, properties)) changed.push({ from, to, properties });
      if (statementChanges(known, properties)) touch(from, to);
    }
    for (const [to, known] of before) {
      lost.push({ from, to });
      if (statementChanges(known, undefined)) touch(from, to);
    }
  }
  if (kept.length > 0) transaction.send(recordAffiliations, { rows: kept });
  if (lost.length > 0) transaction.send(removeAffiliated, { rows: lost });
  if (changed.length > 0) transaction.send(changeAffiliated, { rows: changed });
  if (added.length > 0) transaction.send(affiliated, { rows: added });
}

function storedOf({ stored }: StoredAffiliations): Map<string, Properties> {
  return new Map(
    stored.map(([institutionId, works, fromYear, toYear, current, stated, sources]) => [
      institutionId,
      { institutionId, works, fromYear, toYear, current, stated, sources },
    ]),
  );
}

/** Affiliations that are kept with a researcher, as JSON. */
const readKept = (text: string | null): readonly SourcedAffiliation[] =>
  text === null ? [] : (JSON.parse(text) as readonly SourcedAffiliation[]);

/** What those name may have moved since they were kept; edges move with their ends. */
const keptInstitutions = ({ recordedAffiliations, mergedAffiliations }: StoredAffiliations): string[] =>
  [...readKept(recordedAffiliations), ...readKept(mergedAffiliations)].map(({ institutionId }) => institutionId);

/** Beside what the record states what those state that were merged into it. */
function withMerged(
  recorded: readonly SourcedAffiliation[],
  merged: readonly SourcedAffiliation[],
): readonly SourcedAffiliation[] {
  const known = new Set(recorded.map(({ institutionId }) => institutionId));
  return [...recorded, ...merged.filter(({ institutionId }) => !known.has(institutionId))];
}

/** What the researcher's own record states, be it read now or before. */
export function recordedOf(
  { stored, recordedAffiliations }: StoredAffiliations,
  record?: ResearcherRecord | undefined,
  source = '',
): readonly SourcedAffiliation[] {
  const stated = stored.flatMap(([institutionId, , fromYear, toYear, current, isStated, sources]) =>
    isStated ? [{ institutionId, fromYear, toYear, current, sources: sources ?? '' }] : [],
  );
  if (record) {
    const known = new Map(stored.map(([institution, , , , , , sources]) => [institution, sources]));
    return record.affiliations.map((affiliation) => {
      const others = withoutSource(known.get(affiliation.institutionId), 'orcid');
      return { ...affiliation, sources: addSource(others || null, source) };
    });
  }
  return recordedAffiliations === null ? withoutOrcid(stated) : readKept(recordedAffiliations);
}

function affiliationsAfter(
  researcher: StoredAffiliations,
  recorded: readonly SourcedAffiliation[],
  person: PersonStatement | null,
  institutions: ReadonlyMap<string, string>,
): Map<string, Properties> {
  const works = new Map(researcher.named.map(([institution, count]) => [institution, count]));
  const stated = person === null ? recorded : withEmployments(recorded, person, institutions);
  if (stated.length === 0) return derivedOf(researcher);
  return new Map(
    stated.map(({ institutionId, fromYear, toYear, current, sources }) => [
      institutionId,
      { institutionId, works: works.get(institutionId) ?? 0, fromYear, toYear, current, stated: true, sources },
    ]),
  );
}

function derivedOf({ named }: StoredAffiliations): Map<string, Properties> {
  const latest = Math.max(...named.map(([, , , toYear]) => toYear ?? EARLIEST));
  return new Map(
    named.map(([institutionId, works, fromYear, toYear]) => {
      const current = (toYear ?? EARLIEST) === latest;
      return [institutionId, { institutionId, works, fromYear, toYear, current, stated: null, sources: null }];
    }),
  );
}

/** Whether what a source states differs, the count of works left aside. */
function statementChanges(before: Properties | undefined, after: Properties | undefined): boolean {
  if (!before?.stated && !after?.stated) return false;
  return !isDeepStrictEqual({ ...before, works: 0 }, { ...after, works: 0 });
}
