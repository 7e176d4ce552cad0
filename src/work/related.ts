/** How far the search for related works looks: docs/suggestions.md says what each bound means. */
export const RELATED_BOUNDS = {
  references: 100,
  cited: 500,
  authors: 20,
  works: 1_000,
  leading: 50,
  read: 500,
  candidates: 200,
  ceiling: Number.MAX_SAFE_INTEGER,
} as const;

export type RelatedParams = typeof RELATED_BOUNDS & { readonly limit: number };
