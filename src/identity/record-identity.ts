import { type IdentityFindings, identityOf } from './identity.js';
import type { AcquaintedRow, IdentityWorkRow, TopicPlace } from './identity.loaders.js';
import type { IdentityWork } from './record-works.js';

/** What topics say at one level: 0 themselves, 1 subfields, 2 fields, 3 domains. */
function levelOf(topics: readonly TopicPlace[], level: 0 | 1 | 2 | 3): string[] {
  const found: string[] = [];
  for (const topic of topics) {
    const value = topic[level];
    if (value !== null) found.push(value);
  }
  return found;
}

/** A work as it is compared, of the graph's row. */
export const identityWork = ([
  id,
  title,
  year,
  venue,
  printedName,
  coauthors,
  organisations,
  topics,
  references,
]: IdentityWorkRow): IdentityWork => ({
  id,
  title,
  year,
  venue,
  printedName,
  references,
  coauthors: coauthors.map(([coauthor, name]) => ({ id: coauthor, name })),
  organisations: organisations.map((organisation) => ({ id: organisation })),
  topics: levelOf(topics, 0),
  subfields: levelOf(topics, 1),
  fields: levelOf(topics, 2),
  domains: levelOf(topics, 3),
});

/**
 * What the graph's works of one record say of whether one person wrote them.
 * @param acquainted pairs of its coauthors with the number of their joint works; those count who wrote more together than
 *   with the record's person
 */
export function recordIdentity(works: readonly IdentityWork[], acquainted: readonly AcquaintedRow[]): IdentityFindings {
  const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
  const together = new Map(acquainted.map(([one, other]) => [pairOf(one, other), 0]));
  if (together.size > 0)
    for (const { coauthors = [] } of works) {
      const ids = [...new Set(coauthors.flatMap(({ id }) => id ?? []))];
      if (ids.length > 100) continue;
      ids.forEach((one, at) => {
        for (let next = at + 1; next < ids.length; next++) {
          const pair = pairOf(one, ids[next] as string);
          const joint = together.get(pair);
          if (joint !== undefined) together.set(pair, joint + 1);
        }
      });
    }
  const wroteTogether = acquainted
    .filter(([one, other, joint]) => joint > (together.get(pairOf(one, other)) ?? 0))
    .map(([one, other]) => [one, other] as const);
  return identityOf(works, { wroteTogether });
}
