import type { SelectionSetNode } from 'graphql';
import { TooComplexError } from '../core/errors.js';

/** How much a request may hold, counted where fragments are used, not where they are written. */
export const formLimits = {
  /** Levels of fields; introspection, which graphql limits itself, has no part in it. */
  depth: 15,
  rootFields: 50,
  aliases: 100,
  directives: 50,
  selections: 2_000,
} as const;

const names: Readonly<Record<keyof typeof formLimits, string>> = {
  depth: 'levels of fields',
  rootFields: 'fields at the root',
  aliases: 'aliases',
  directives: 'directives',
  selections: 'fields and fragments',
};

type Counted = Exclude<keyof typeof formLimits, 'depth'>;

/** Counts what a request holds, and refuses what is too much as soon as it is. */
export class Form {
  readonly #counts: Record<Counted, number> = { rootFields: 0, aliases: 0, directives: 0, selections: 0 };

  /** Counts a selection set whose fields are `depth` levels below the root's. Throws TOO_COMPLEX. */
  add({ selections }: SelectionSetNode, depth: number): void {
    this.#check('depth', depth + 1);
    this.#count('selections', selections.length);
    for (const selection of selections) {
      const isField = selection.kind === 'Field';
      if (depth === 0 && isField) this.#count('rootFields', 1);
      if (isField && selection.alias) this.#count('aliases', 1);
      this.#count('directives', selection.directives?.length ?? 0);
    }
  }

  #count(what: Counted, more: number): void {
    this.#counts[what] += more;
    this.#check(what, this.#counts[what]);
  }

  #check(what: keyof typeof formLimits, count: number): void {
    const limit = formLimits[what];
    if (count > limit) throw new TooComplexError(`The request has more than ${limit} ${names[what]}`, { limit });
  }
}
