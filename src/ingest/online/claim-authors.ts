import { placeOf } from './bylines.js';
import { claimKey } from './claimed-work.js';
import { findClaimed } from './claims.js';
import { namesOf, type PersonStatement } from './person-record.js';
import { storedNodes } from './statements.js';
import { readEdges } from './work-edges.js';
import type { Writing } from './writing.js';

/**
 * Researchers without an iD who stand, under one of a person's names in full, on the bylines of works that the person
 * claims: of several the one on most of them, then the first by id. Whom two people could be is neither.
 * @returns the researchers by iD
 */
export async function findAuthors(
  writing: Writing,
  people: readonly PersonStatement[],
): Promise<ReadonlyMap<string, string>> {
  const claiming = people.filter(({ works }) => works.length > 0);
  const found = await findClaimed(
    writing,
    claiming.flatMap(({ works }) => works.map(({ doi }) => doi)),
  );
  const edges = await readEdges(writing, [...new Set([...found.values()].map(({ id }) => id))]);
  const holders = new Map<string, Map<string, number>>();
  for (const person of claiming) {
    const counts = new Map<string, number>();
    for (const { doi } of person.works) {
      const work = found.get(claimKey(doi));
      const place = work === undefined ? null : placeOf(work.byline, namesOf(person));
      if (work === undefined || place === null || !place.inFull) continue;
      const [holder] = edges.get(work.id)?.authored.find(([, position]) => position === place.place + 1) ?? [];
      if (holder !== undefined && !/^(?:arxiv|orcid):/.test(holder)) counts.set(holder, (counts.get(holder) ?? 0) + 1);
    }
    holders.set(person.orcid, counts);
  }
  const wanted = [...holders.values()].flatMap((counts) => [...counts.keys()]);
  const ids = [...new Set(wanted)];
  const nodes = ids.length === 0 ? [] : await writing.transaction.run(storedNodes.researcher, { ids });
  const isFree = new Set(nodes.filter(({ fields, orcidRecord }) => !fields.orcid && !orcidRecord).map(({ id }) => id));
  const contested = new Set(wanted.filter((id, place) => wanted.indexOf(id) !== place));
  const authors = new Map<string, string>();
  for (const [orcid, counts] of holders) {
    const [best] = [...counts]
      .filter(([id]) => isFree.has(id) && !contested.has(id))
      .sort(([one, works], [other, more]) => more - works || (one < other ? -1 : 1));
    if (best !== undefined) authors.set(orcid, best[0]);
  }
  return authors;
}
