import type { ComparedWork } from './record.js';

/**
 * Which works hold each key of one kind, and which keys each work holds, each once. Keys are numbered in the order in
 * which they are met, so that everything after reads numbers in rows instead of texts.
 */
export class InvertedIndex {
  /** The keys by their numbers. */
  readonly keys: readonly string[];
  /** Works that hold key k, ascending: `holders` from `starts[k]` to before `starts[k + 1]`. */
  readonly holders: Int32Array;
  readonly starts: Int32Array;
  /** Keys of work w in its own order: `workKeys` from `workStarts[w]` to before `workStarts[w + 1]`. */
  readonly workKeys: Int32Array;
  readonly workStarts: Int32Array;
  private readonly numbers = new Map<string, number>();

  constructor(works: readonly ComparedWork[], keysOf: (work: ComparedWork) => Iterable<string>) {
    const { numbers } = this;
    const keys: string[] = [];
    const lastHolder: number[] = [];
    const counts: number[] = [];
    const found: number[] = [];
    this.workStarts = new Int32Array(works.length + 1);
    works.forEach((work, place) => {
      for (const key of keysOf(work)) {
        let number = numbers.get(key);
        if (number === undefined) {
          number = keys.push(key) - 1;
          numbers.set(key, number);
          counts.push(0);
          lastHolder.push(-1);
        }
        if (lastHolder[number] === place) continue;
        lastHolder[number] = place;
        counts[number] = (counts[number] as number) + 1;
        found.push(number);
      }
      this.workStarts[place + 1] = found.length;
    });
    this.keys = keys;
    this.workKeys = Int32Array.from(found);
    this.starts = new Int32Array(keys.length + 1);
    for (let key = 0; key < keys.length; key++)
      this.starts[key + 1] = (this.starts[key] as number) + (counts[key] as number);
    this.holders = new Int32Array(found.length);
    const next = this.starts.slice();
    for (let place = 0; place < works.length; place++)
      for (let at = this.workStarts[place] as number; at < (this.workStarts[place + 1] as number); at++) {
        const key = this.workKeys[at] as number;
        this.holders[next[key] as number] = place;
        next[key] = (next[key] as number) + 1;
      }
  }

  numberOf(key: string): number | undefined {
    return this.numbers.get(key);
  }
}
