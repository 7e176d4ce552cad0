import type { Transaction } from '../../core/database.js';
import { read } from '../../core/queries.js';
import { addSource, withoutSource } from '../code-points.js';
import type { OrcidEmployment } from '../orcid/orcid-record.js';
import { STATED_SEPARATOR, type StatedAffiliation, type Statement } from '../records.js';
import { findSuccessors } from './former-ids.js';
import type { PersonStatement } from './person-record.js';

const institutionsByRor = read<{ rors: readonly string[] }, { readonly ror: string; readonly id: string }>(
  'ingest.institutions-by-ror',
);

/** A stated affiliation, and the names of the sources that state it. */
export interface SourcedAffiliation extends StatedAffiliation {
  readonly sources: string;
}

/** The key of an institution that ROR alone knows. */
export const rorNode = (ror: string): string => `ror:${ror}`;

/**
 * The nodes of the institutions that employments name, by ROR key: of keys that no institution has any more the one that
 * stands for the one which had it; those nobody knows yet are left out.
 */
export async function findInstitutions(
  transaction: Transaction,
  people: readonly PersonStatement[],
): Promise<ReadonlyMap<string, string>> {
  const rors = [...new Set(people.flatMap(({ employments }) => employments.flatMap(({ ror }) => ror ?? [])))];
  if (rors.length === 0) return new Map();
  const rows = await transaction.run(institutionsByRor, { rors });
  const known = new Map(rows.map(({ ror, id }) => [ror, id]));
  const others = rors.filter((ror) => !known.has(ror));
  const successors = await findSuccessors(transaction, others.map(rorNode));
  for (const ror of others) {
    const id = successors.get(rorNode(ror));
    if (id != null) known.set(ror, id);
  }
  return known;
}

/** What employments say of institutions that are not in the graph yet. */
export function institutionStatements(
  people: readonly PersonStatement[],
  known: ReadonlyMap<string, string>,
): readonly Statement[] {
  return people.flatMap(({ employments, updated }) =>
    employments.flatMap(({ ror, organization, country }) => {
      const isOwn = ror !== null && (known.get(ror) ?? rorNode(ror)) === rorNode(ror);
      if (!isOwn) return [];
      return [
        { id: rorNode(ror), stated: [updated ?? '', organization, ror, country ?? '', ''].join(STATED_SEPARATOR) },
      ];
    }),
  );
}

/**
 * Affiliations of a researcher's own record joined with the employments of an ORCID record. Where both name an
 * institution ORCID's years count: a person states them, while other sources read them off works.
 * @param institutions nodes by ROR key; employments of others are left out
 */
export function withEmployments(
  recorded: readonly SourcedAffiliation[],
  { employments }: PersonStatement,
  institutions: ReadonlyMap<string, string>,
): readonly SourcedAffiliation[] {
  const byInstitution = new Map<string, OrcidEmployment[]>();
  for (const employment of employments) {
    const id = employment.ror === null ? undefined : institutions.get(employment.ror);
    if (id !== undefined) byInstitution.set(id, [...(byInstitution.get(id) ?? []), employment]);
  }
  const known = new Map(recorded.map((affiliation) => [affiliation.institutionId, affiliation]));
  const stated = [...byInstitution].map(([institutionId, spans]): SourcedAffiliation => {
    const own = known.get(institutionId);
    const from = years(spans.map(({ fromYear }) => fromYear));
    const to = years(spans.map(({ toYear }) => toYear));
    const current = spans.some((span) => span.current);
    return {
      institutionId,
      fromYear: from.length > 0 ? Math.min(...from) : (own?.fromYear ?? null),
      toYear: current ? null : to.length > 0 ? Math.max(...to) : (own?.toYear ?? null),
      current,
      sources: addSource(own?.sources, 'orcid'),
    };
  });
  return [...recorded.filter(({ institutionId }) => !byInstitution.has(institutionId)), ...stated];
}

const years = (all: readonly (number | null)[]): number[] => all.filter((year) => year !== null);

/** What the edges of a researcher say that is not ORCID's alone. */
export const withoutOrcid = (affiliations: readonly SourcedAffiliation[]): SourcedAffiliation[] =>
  affiliations.flatMap((affiliation) => {
    const sources = withoutSource(affiliation.sources, 'orcid');
    return sources === '' ? [] : [{ ...affiliation, sources }];
  });
