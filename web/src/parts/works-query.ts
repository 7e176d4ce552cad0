import {
  FacetsOfInstitutionDocument,
  FacetsOfResearcherDocument,
  FacetsOfTopicDocument,
  type WorkFilter,
  type WorkOrder,
  WorksOfInstitutionDocument,
  WorksOfResearcherDocument,
  WorksOfTopicDocument,
} from '../gen/graphql.js';

/** The questions for the works of each kind of owner. */
export const worksDocuments = {
  RESEARCHER: { page: WorksOfResearcherDocument, facets: FacetsOfResearcherDocument },
  TOPIC: { page: WorksOfTopicDocument, facets: FacetsOfTopicDocument },
  INSTITUTION: { page: WorksOfInstitutionDocument, facets: FacetsOfInstitutionDocument },
} as const;

/** A node that has a list of works. */
export type WorksOwner = keyof typeof worksDocuments;

/** What the address chooses among works. */
export interface WorksChoice {
  readonly years: readonly [number, number] | null;
  readonly types: readonly string[];
  readonly topics: readonly string[];
  readonly order: 'citations' | 'newest' | 'oldest' | 'title';
}

/** Orders in words, as the reader picks them. */
export const ORDERS = {
  newest: 'Newest first',
  citations: 'Most cited first',
  oldest: 'Oldest first',
  title: 'By title',
} as const;

const ORDER_BY: Readonly<Record<WorksChoice['order'], WorkOrder>> = {
  newest: { by: 'YEAR', direction: 'DESC' },
  oldest: { by: 'YEAR', direction: 'ASC' },
  citations: { by: 'CITATIONS', direction: 'DESC' },
  title: { by: 'TITLE', direction: 'ASC' },
};

/** Reads the choice from an address; what cannot be read is not chosen. */
export function readChoice(query: URLSearchParams): WorksChoice {
  const [, from, to] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(query.get('years') ?? '') ?? [];
  const order = query.get('order') ?? '';
  return {
    years: from === undefined ? null : [Number(from), Number(to ?? from)],
    types: query.getAll('type'),
    topics: query.getAll('topic'),
    order: Object.hasOwn(ORDERS, order) ? (order as WorksChoice['order']) : 'newest',
  };
}

/** The choice as the API takes it. */
export function worksVariables({ years, types, topics, order }: WorksChoice): {
  filter: WorkFilter;
  orderBy: WorkOrder;
} {
  return {
    filter: {
      ...(years ? { yearFrom: years[0], yearTo: years[1] } : {}),
      ...(types.length > 0 ? { types: [...types] } : {}),
      ...(topics.length > 0 ? { topicIds: [...topics] } : {}),
    },
    orderBy: ORDER_BY[order],
  };
}

/** What a click on some years makes of the years chosen: they alone, up to there, or all again. */
export function clickedYears(
  chosen: WorksChoice['years'],
  [from, to]: readonly [number, number],
): WorksChoice['years'] {
  if (chosen === null) return [from, to];
  if (chosen[0] === from && chosen[1] === to) return null;
  const single = chosen[0] === chosen[1];
  return single ? [Math.min(chosen[0], from), Math.max(chosen[1], to)] : [from, to];
}
