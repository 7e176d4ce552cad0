import { collaborations } from './collaborations.js';
import { isTelling } from './names.js';
import { type ComparedCoauthor, type ComparedRecord, type ComparedWork, LONGEST_BYLINE } from './record.js';

/**
 * Works joined by a coauthor that they share, by id or by a telling name: of pairs of works of the development set that
 * share one, 99.9 in 100 are of one person. Papers of one large collaboration are joined too. Indexes into the record's works; each group ascending, groups by their first.
 */
export function startingGroups({ works }: ComparedRecord): number[][] {
  const parent = works.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const join = (one: number, other: number): void => {
    const [left, right] = [root(one), root(other)];
    parent[Math.max(left, right)] = Math.min(left, right);
  };
  const firstWithId = new Map<string, number>();
  const firstWithName = new Map<string, number>();
  const joinFirst = (firstWith: Map<string, number>, key: string, index: number): void => {
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, index);
    else join(first, index);
  };
  works.forEach(({ coauthors }, index) => {
    if (coauthors.length > LONGEST_BYLINE) return;
    for (const { id, name } of coauthors) {
      if (id) joinFirst(firstWithId, id, index);
      if (isTelling(name)) joinFirst(firstWithName, name.full, index);
    }
  });
  for (const [one, other] of collaborations(works)) join(one, other);
  const groups = new Map<number, number[]>();
  works.forEach((_, index) => {
    const first = root(index);
    const group = groups.get(first);
    if (group) group.push(index);
    else groups.set(first, [index]);
  });
  return [...groups.values()];
}

/** What of a byline joins a work to others of the record. */
export function joiningKeys({ coauthors }: ComparedWork): string[] {
  return coauthors.length > LONGEST_BYLINE ? [] : coauthors.flatMap(keysOf);
}

/** Folded names on bylines that say who knows whom: each coauthor once, with an id or without. */
export function closeCoauthors({ coauthors }: ComparedWork): string[] {
  return coauthors.length > LONGEST_BYLINE ? [] : coauthors.map(({ name }) => name.full);
}

/** What tells a coauthor: the id, and the name where it is telling. */
export function keysOf({ id, name }: ComparedCoauthor): string[] {
  return [...(id ? [`id:${id}`] : []), ...(isTelling(name) ? [name.full] : [])];
}
