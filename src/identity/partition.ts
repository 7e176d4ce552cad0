import type { InvertedIndex } from './inverted-index.js';

/** A record's works in groups, and which groups hold a key at the start. */
export class Partition {
  /** The group of each work at the start. */
  readonly groupOf: Int32Array;
  /** Works of group g at the start, ascending: `works` from `starts[g]` to before `starts[g + 1]`. */
  readonly works: Int32Array;
  readonly starts: Int32Array;
  /** Memberships of each group of today as a chain: its first, and after each the next, -1 at the end. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** The work of each membership; a work of several groups has several. */
  readonly memberWorks: Int32Array;
  private readonly last: Int32Array;
  /** Set by `see`: the groups found, and the number of works of each group among the holders. */
  readonly seen: Int32Array;
  readonly counts: Int32Array;
  private found = 0;

  /** @param members works of each group, by their place in the record; of a work in several the last counts */
  constructor(
    members: readonly (readonly number[])[],
    readonly size: number,
  ) {
    this.groupOf = new Int32Array(size);
    members.forEach((group, number) => {
      for (const place of group) this.groupOf[place] = number;
    });
    this.starts = new Int32Array(members.length + 1);
    for (const group of this.groupOf) this.starts[group + 1] = (this.starts[group + 1] as number) + 1;
    for (let group = 0; group < members.length; group++)
      this.starts[group + 1] = (this.starts[group + 1] as number) + (this.starts[group] as number);
    this.works = new Int32Array(size);
    const next = this.starts.slice();
    this.groupOf.forEach((group, place) => {
      this.works[next[group] as number] = place;
      next[group] = (next[group] as number) + 1;
    });
    this.memberWorks = Int32Array.from(members.flat());
    this.next = this.memberWorks.map((_, member) => member + 1);
    this.first = new Int32Array(members.length).fill(-1);
    this.last = new Int32Array(members.length).fill(-1);
    let begun = 0;
    members.forEach(({ length }, group) => {
      if (length === 0) return;
      this.first[group] = begun;
      begun += length;
      this.last[group] = begun - 1;
      this.next[begun - 1] = -1;
    });
    this.seen = new Int32Array(members.length);
    this.counts = new Int32Array(members.length);
  }

  get groups(): number {
    return this.counts.length;
  }

  /** Works of a group of today, ascending. */
  membersOf(group: number): number[] {
    const members: number[] = [];
    for (let member = this.first[group] as number; member !== -1; member = this.next[member] as number)
      members.push(this.memberWorks[member] as number);
    return members.sort((one, other) => one - other);
  }

  join(kept: number, gone: number): void {
    const { first, last, next } = this;
    if (first[gone] === -1) return;
    if (first[kept] === -1) first[kept] = first[gone] as number;
    else next[last[kept] as number] = first[gone] as number;
    last[kept] = last[gone] as number;
    first[gone] = -1;
  }

  /** How many groups hold a key; `seen` and `counts` say which, until the next call. */
  see({ holders, starts }: InvertedIndex, key: number): number {
    const { seen, counts, groupOf } = this;
    for (let at = 0; at < this.found; at++) counts[seen[at] as number] = 0;
    let found = 0;
    for (let at = starts[key] as number; at < (starts[key + 1] as number); at++) {
      const group = groupOf[holders[at] as number] as number;
      if (counts[group] === 0) seen[found++] = group;
      counts[group] = (counts[group] as number) + 1;
    }
    this.found = found;
    return found;
  }

  /** The groups that hold a key. */
  groupsOf(index: InvertedIndex, key: number): Int32Array {
    return this.seen.slice(0, this.see(index, key));
  }
}
