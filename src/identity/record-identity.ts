import { type IdentityFindings, identityOf } from './identity.js';
import type { AcquaintedRow, IdentityWorkRow } from './identity.loaders.js';
import type { IdentityWork } from './record-works.js';

const texts = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

/** A work as it is compared, of the graph's row. */
export const identityWork = ({ organisations, topics, coauthors, ...work }: IdentityWorkRow): IdentityWork => ({
  ...work,
  coauthors: coauthors.map(([id, name]) => ({ id, name })),
  organisations: organisations.map((id) => ({ id })),
  topics: topics.map(({ id }) => id),
  subfields: texts(topics.map(({ subfield }) => subfield)),
  fields: texts(topics.map(({ field }) => field)),
  domains: texts(topics.map(({ domain }) => domain)),
});

/**
 * What the graph's works of one record say of whether one person wrote them.
 * @param acquainted pairs of its coauthors with the number of their joint works; those count who wrote more together than
 *   with the record's person
 */
export function recordIdentity(
  rows: readonly IdentityWorkRow[],
  acquainted: readonly AcquaintedRow[],
): IdentityFindings {
  const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
  const together = new Map(acquainted.map(([one, other]) => [pairOf(one, other), 0]));
  if (together.size > 0)
    for (const { coauthors } of rows) {
      const ids = texts(coauthors.map(([id]) => id));
      if (ids.length > 100) continue;
      ids.forEach((one, at) => {
        for (let next = at + 1; next < ids.length; next++) {
          const pair = pairOf(one, ids[next] as string);
          const known = together.get(pair);
          if (known !== undefined) together.set(pair, known + 1);
        }
      });
    }
  const wroteTogether = acquainted
    .filter(([one, other, works]) => works > (together.get(pairOf(one, other)) ?? 0))
    .map(([one, other]) => [one, other] as const);
  return identityOf(rows.map(identityWork), { wroteTogether });
}
