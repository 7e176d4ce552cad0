import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../core/database.js';
import { addSource } from '../code-points.js';
import type { ResearcherRecord } from '../records.js';
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
  const added: EdgeRow[] = [];
  const changed: EdgeRow[] = [];
  const lost: Pair[] = [];
  const touch = (researcher: string, institution: string): void => {
    touched.edges('researcher', researcher, true);
    touched.edges('institution', institution, true);
  };
  for (const researcher of await transaction.run(affiliationsOf, { ids })) {
    const from = researcher.id;
    const before = storedOf(researcher);
    const after = affiliationsAfter(researcher, records.get(from), source);
    for (const [to, properties] of after) {
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
  if (lost.length > 0) await transaction.run(removeAffiliated, { rows: lost });
  if (changed.length > 0) await transaction.run(changeAffiliated, { rows: changed });
  if (added.length > 0) await transaction.run(affiliated, { rows: added });
}

function storedOf({ stored }: StoredAffiliations): Map<string, Properties> {
  return new Map(
    stored.map(([institutionId, works, fromYear, toYear, current, stated, sources]) => [
      institutionId,
      { institutionId, works, fromYear, toYear, current, stated, sources },
    ]),
  );
}

function affiliationsAfter(
  researcher: StoredAffiliations,
  record: ResearcherRecord | undefined,
  source: string,
): Map<string, Properties> {
  const works = new Map(researcher.named.map(([institution, count]) => [institution, count]));
  const before = storedOf(researcher);
  const statedBefore = [...before.values()].filter(({ stated }) => stated);
  const stated: readonly Properties[] = record
    ? record.affiliations.map(({ institutionId, fromYear, toYear, current }) => {
        const known = before.get(institutionId)?.sources as string | null | undefined;
        return { institutionId, fromYear, toYear, current, stated: true, sources: addSource(known, source) };
      })
    : statedBefore;
  if (stated.length === 0) return derivedOf(researcher);
  return new Map(
    stated.map((affiliation) => {
      const institution = affiliation.institutionId as string;
      return [institution, { ...affiliation, works: works.get(institution) ?? 0 }];
    }),
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
