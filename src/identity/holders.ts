import type { ComparedWork } from './record.js';

/** Which works hold a key, ascending. */
export type Holders = Map<string, number[]>;

export function holdersOf(works: readonly ComparedWork[], keysOf: (work: ComparedWork) => Iterable<string>): Holders {
  const holders: Holders = new Map();
  works.forEach((work, index) => {
    for (const key of keysOf(work)) {
      const known = holders.get(key);
      if (!known) holders.set(key, [index]);
      else if (known[known.length - 1] !== index) known.push(index);
    }
  });
  return holders;
}

/** The groups that some works are of, each with the number of these works. */
export function groupsOf(works: readonly number[], groupOf: Int32Array): Map<number, number> {
  const groups = new Map<number, number>();
  for (const index of works) {
    const group = groupOf[index] as number;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return groups;
}
