/** Files that an import found and did not read: how many, and the first of them by path. */
export interface LeftAside {
  /** Files without a single byte of text. */
  empty: number;
  /** Files of folders that hold no records, or whose endings are those of other things. */
  other: number;
  readonly examples: string[];
}

/** As many are named. */
const MOST_EXAMPLES = 20;

export const nothingLeftAside = (): LeftAside => ({ empty: 0, other: 0, examples: [] });

export function leaveAside(aside: LeftAside, path: string, why: 'empty' | 'other'): void {
  aside[why]++;
  if (aside.examples.length < MOST_EXAMPLES) aside.examples.push(path);
}
