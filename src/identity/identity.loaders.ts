import { many } from '../core/loaders.js';
import { MOST_WORKS } from './identity.js';

/** Where a topic stands. */
export interface TopicFacts {
  readonly id: string;
  readonly subfield: string | null;
  readonly field: string | null;
  readonly domain: string | null;
}

/** A work of a record, as `identity.works` gives it. */
export interface IdentityWorkRow {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly venue: string | null;
  readonly printedName: string;
  readonly coauthors: readonly (readonly [id: string | null, name: string])[];
  readonly organisations: readonly string[];
  readonly topics: readonly TopicFacts[];
  readonly references: readonly string[];
}

/** Two coauthors, and the number of their joint works. */
export type AcquaintedRow = readonly [one: string, other: string, works: number];

/** One more than are compared says that a record is too large. */
export const LIMIT = MOST_WORKS + 1;
/** Of researchers with more coauthors it is not asked who of them know each other. */
export const MOST_COAUTHORS = 500;

export const identityLoaders = {
  works: many<IdentityWorkRow, { readonly limit: number; readonly maxAuthors: number }>('identity.works', {
    maxKeys: 16,
  }),
  acquainted: many<AcquaintedRow, { readonly most: number }>('identity.acquainted', { maxKeys: 16 }),
} as const;
