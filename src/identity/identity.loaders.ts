import { many } from '../core/loaders.js';
import { MOST_WORKS } from './identity.js';

/** A topic and where it stands. */
export type TopicPlace = readonly [id: string, subfield: string | null, field: string | null, domain: string | null];

/** A work of a record, as `identity.works` gives it: lists, which travel much faster than maps. */
export type IdentityWorkRow = readonly [
  id: string,
  title: string,
  year: number | null,
  venue: string | null,
  printedName: string,
  coauthors: readonly (readonly [id: string | null, name: string])[],
  organisations: readonly string[],
  topics: readonly TopicPlace[],
  references: readonly string[],
];

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
