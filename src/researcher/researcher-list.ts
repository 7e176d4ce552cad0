import type { Context, Loaders } from '../context.js';
import { OrderDirection } from '../core/order-direction.js';
import { keyOf, Page, type PageParams } from '../core/pagination.js';
import { graphCounts } from '../graph/graph-counts.js';
import { locateIds } from '../graph/node-lookup.js';
import { filterQuery } from '../graph/search.js';
import { ClaimStatus } from './claim-status.js';
import { type ResearcherFilter, type ResearcherListArgs, ResearcherOrderField } from './researchers.input.js';

/** Which researchers a list holds. */
export interface ResearcherSetParams {
  readonly topicIds: readonly string[] | null;
  readonly institutionIds: readonly string[] | null;
  readonly minWorks: number | null;
  readonly claimStatus: ClaimStatus | null;
  readonly openToCollaborate: boolean | null;
  readonly consistent: boolean | null;
  /** In Lucene's syntax. */
  readonly text: string | null;
  /** What the list starts from: what is likely to hold for the fewest. */
  readonly from: 'TEXT' | 'INSTITUTIONS' | 'TOPICS' | 'CLAIM' | 'CLOSED' | 'MIXED' | 'ALL';
}
type Order = `${ResearcherOrderField}_${OrderDirection}`;
export interface ResearcherListParams extends PageParams {
  readonly set: ResearcherSetParams;
  readonly order: Order;
}

/** Of each order the types of its sort key, and the loader that reads all researchers in it. */
const orders = {
  WORKS_DESC: { by: keyOf.numbers(1), all: 'allByWorksDescending' },
  WORKS_ASC: { by: keyOf.numbers(1), all: 'allByWorksAscending' },
  CITATIONS_DESC: { by: keyOf.numbers(1), all: 'allByCitationsDescending' },
  CITATIONS_ASC: { by: keyOf.numbers(1), all: 'allByCitationsAscending' },
  NAME_ASC: { by: keyOf.rising, all: 'allByNameAscending' },
  NAME_DESC: { by: keyOf.falling, all: 'allByNameDescending' },
} as const satisfies Record<Order, { readonly by: unknown; readonly all: keyof Loaders['researcher'] }>;

const LIST = 'Query.researchers';
/** The key of the one list that there is. */
const KEY = 'researchers';

/** A page of the researchers who pass the filter, in the order asked. */
export async function listResearchers(context: Context, args: ResearcherListArgs) {
  const { loaders } = context;
  const { by: field, direction } = args.orderBy ?? { by: ResearcherOrderField.WORKS, direction: OrderDirection.DESC };
  const order: Order = `${field}_${direction}`;
  const { by, all } = orders[order];
  const listOrder = by(`${LIST} ${order}`);
  const page = args.params(listOrder);
  const set = await setParams(loaders, args.filter ?? {});
  const params: ResearcherListParams = { set, ...page, order };

  const rows = () => (set.from === 'ALL' ? loaders.researcher[all](params) : loaders.researcher.list(params)).load(KEY);
  const count = async () =>
    holdsForAll(set)
      ? (await graphCounts(context)).researchers
      : ((await loaders.researcher.count({ set }).load(KEY)) ?? 0);
  return new Page(rows, page, listOrder, ({ id }) => loaders.researcher.byId.existing(id), count);
}

const holdsForAll = ({ from, ...rules }: ResearcherSetParams): boolean =>
  from === 'ALL' && Object.values(rules).every((rule) => rule === null);

async function setParams(loaders: Loaders, filter: ResearcherFilter): Promise<ResearcherSetParams> {
  const ids = (texts: readonly string[] | null | undefined) => (texts == null ? null : locateIds(loaders, texts));
  const [topicIds, institutionIds] = await Promise.all([ids(filter.topicIds), ids(filter.institutionIds)]);
  const text = filterQuery(filter.text);
  const rules = {
    ...{ topicIds, institutionIds, text },
    minWorks: filter.minWorks ?? null,
    claimStatus: filter.claimStatus ?? null,
    openToCollaborate: filter.openToCollaborate ?? null,
    consistent: filter.consistent ?? null,
  };
  return { ...rules, from: startOf(rules) };
}

function startOf(rules: Omit<ResearcherSetParams, 'from'>): ResearcherSetParams['from'] {
  if (rules.text !== null) return 'TEXT';
  if (rules.institutionIds !== null) return 'INSTITUTIONS';
  if (rules.topicIds !== null) return 'TOPICS';
  // Of these alone something is stored; of the others, the many, nothing is.
  if (rules.claimStatus !== null && rules.claimStatus !== ClaimStatus.UNCLAIMED) return 'CLAIM';
  if (rules.openToCollaborate === false) return 'CLOSED';
  return rules.consistent === false ? 'MIXED' : 'ALL';
}
