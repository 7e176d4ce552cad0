import type { NeighbourhoodFilter, NeighbourhoodLimits, SliceQueryVariables } from '../gen/graphql.js';
import { isFiltered, type View } from './view.js';

/** How many of each kind are drawn at first; with the centre at most 111. */
export const FIRST_LIMITS = { works: 40, topics: 15, institutions: 15, researchers: 40 };

/** What the API calls the years and joint works of a view. */
export const filterOf = ({ years: [first, last], joint }: View): NeighbourhoodFilter => ({
  ...(first === null ? {} : { yearFrom: first }),
  ...(last === null ? {} : { yearTo: last }),
  ...(joint > 1 ? { minWorks: joint } : {}),
});

/** The limits of a view: kinds left out get none. */
const limitsOf = ({ without }: View): Required<NeighbourhoodLimits> => ({
  works: without.includes('WORK') ? 0 : FIRST_LIMITS.works,
  topics: without.includes('TOPIC') ? 0 : FIRST_LIMITS.topics,
  institutions: without.includes('INSTITUTION') ? 0 : FIRST_LIMITS.institutions,
  researchers: without.includes('RESEARCHER') ? 0 : FIRST_LIMITS.researchers,
});

/** The question whose answer is the view before anything was added or hidden by hand. */
export const sliceVariables = (id: string, view: View): SliceQueryVariables => ({
  id,
  depth: view.depth,
  limits: limitsOf(view),
  ...(isFiltered(view) ? { filter: filterOf(view) } : {}),
});

/** Where the server gives the same as a file. */
export function exportAddress(id: string, view: View, format: string, more: Readonly<Record<string, string>> = {}) {
  const parameters = { depth: view.depth, ...limitsOf(view), ...filterOf(view), ...more };
  const query = new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `/export/neighbourhood/${encodeURIComponent(id)}.${format}?${query}`;
}

/** Where GraphiQL opens the question. */
export const graphiqlAddress = (query: string, variables: object): string =>
  `/graphiql?${new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) })}`;
