import type { Context, Loaders } from '../context.js';
import { BadInputError } from '../core/errors.js';
import { OrderDirection } from '../core/order-direction.js';
import { keyOf, type ListRow, Page, type PageParams } from '../core/pagination.js';
import type { SelectedOfNodes } from '../core/selection.js';
import { locateIds } from '../graph/node-lookup.js';
import { filterQuery } from '../graph/search.js';
import { type ListedWork, listedWith, toWork } from './listed-work.js';
import { type WorkFilter, type WorkListArgs, type WorkOrder, WorkOrderField } from './work.input.js';
import type { WorkRecord } from './work.type.js';

/** What a list of works belongs to: everything, or a node of which it is the list. */
export interface WorkListOwner {
  readonly of: 'ALL' | 'RESEARCHER' | 'TOPIC' | 'INSTITUTION' | 'REFERENCES' | 'CITED_BY';
  /** The node's id; any one name where the list is that of everything. */
  readonly key: string;
  /** Length of the list before its filter where that is known without a look-up; other lists are always sorted. */
  readonly known?: number;
  /** Length of the list before its filter. */
  readonly size: () => Promise<number> | number;
}

/** Every order: by RANK most cited first, then the newest. */
type Order = 'RANK' | 'CITATIONS_ASC' | 'YEAR_ASC' | 'YEAR_DESC' | 'TITLE_ASC' | 'TITLE_DESC';

/** The rules of a filter as statements take them; null where a rule is not given. */
interface FilterParams {
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly types: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly topicIds: readonly string[] | null;
  readonly authorIds: readonly string[] | null;
  readonly institutionIds: readonly string[] | null;
  readonly allAuthorIds: readonly string[] | null;
  readonly minCitations: number | null;
  readonly openAccess: boolean | null;
  readonly retracted: boolean | null;
  /** In Lucene's syntax. */
  readonly text: string | null;
  /** The only works that there are, by id. */
  readonly ids: readonly string[] | null;
}

/** Which works a list holds: what the statements of lists, counts and facets take alike. */
export interface WorkSetParams extends FilterParams {
  readonly of: WorkListOwner['of'];
  /** Nodes whose works the list starts from, if not from those of its owner. */
  readonly startIds: readonly string[] | null;
  /** Whether the list starts from other works than its owner's. */
  readonly checkOwner: boolean;
}
export interface WorkListParams extends PageParams {
  readonly set: WorkSetParams;
  readonly order: Order;
}

/** The works that a list holds, of which its facets are counted. */
export interface WorkSet {
  readonly key: string;
  readonly set: WorkSetParams;
}

interface WorkListOptions {
  /** The only works of the owner that the list may hold; all where it is null. */
  readonly ids?: readonly string[] | null;
  /** What is asked for of its works; null where that is all of their own values. */
  readonly asked?: SelectedOfNodes | null;
}

/** Lists of a node longer than this are read in the order of an index over all works, shorter ones are sorted. */
const LONG = 100_000;

/** Of each order the types of its sort key, and the loader that reads all works in it. */
const orders = {
  RANK: { by: keyOf.numbers(2), all: 'allByRank' },
  CITATIONS_ASC: { by: keyOf.numbers(2), all: 'allByCitationsAscending' },
  YEAR_ASC: { by: keyOf.numbers(2), all: 'allByYearAscending' },
  YEAR_DESC: { by: keyOf.numbers(2), all: 'allByYearDescending' },
  TITLE_ASC: { by: keyOf.rising, all: 'allByTitleAscending' },
  TITLE_DESC: { by: keyOf.falling, all: 'allByTitleDescending' },
} as const satisfies Record<Order, { readonly by: unknown; readonly all: keyof Loaders['work'] }>;

/**
 * A page of the owner's works that pass the filter, in the order asked, and what its facets are counted of.
 * @param list `Type.field` of the list, which its cursors carry
 */
export async function listWorks(
  { loaders }: Context,
  owner: WorkListOwner,
  args: Pick<WorkListArgs, 'params' | 'filter' | 'orderBy'>,
  list: string,
  { ids = null, asked = null }: WorkListOptions = {},
) {
  const order = orderOf(args.orderBy);
  const { by, all } = orders[order];
  const listOrder = by(`${list} ${order}`);
  const page = args.params(listOrder);
  const filter = { ...(await filterParams(loaders, args.filter ?? {})), ids };
  const isFiltered = Object.entries(filter).some(([name, rule]) => name !== 'ids' && rule !== null);
  const startIds = startOf(owner, filter);
  const isOwned = owner.of !== 'ALL';
  const startsElsewhere = filter.text !== null || startIds !== null;
  const set: WorkSetParams = { ...filter, of: owner.of, startIds, checkOwner: isOwned && startsElsewhere };
  const params: WorkListParams = { set, ...page, order };
  const facets: WorkSet = { key: owner.key, set };

  const rows = (): Promise<readonly ListRow[]> => {
    if (!isOwned && !startsElsewhere) return loaders.work[all](params).load(owner.key);
    const hub = order === 'RANK' && filter.text === null && hubOf(owner, filter, startIds);
    if (hub) return loaders[hub.kind].works(params).load(hub.id);
    if (!isFiltered && (owner.known ?? 0) > LONG)
      return loaders.work[all]({ ...params, set: { ...set, checkOwner: true } }).load(owner.key);
    return loaders.work.list(params).load(owner.key);
  };
  const count = async () => (isFiltered ? ((await loaders.work.count({ set }).load(owner.key)) ?? 0) : owner.size());
  const lookUp = ({ id }: ListRow): Promise<WorkRecord> => loaders.work.byId.existing(id);
  const isWhole = owner.of === 'RESEARCHER' && order === 'RANK' && !isFiltered && ids === null;
  if (!isWhole || (owner.known ?? 0) > LONG)
    return Object.assign(new Page(rows, page, listOrder, lookUp, count), { facets });
  const along = listedWith(asked);
  const node = (row: ListedWork) => (along.withRecord ? (toWork(row) ?? lookUp(row)) : ({ id: row.id } as WorkRecord));
  const listed = () => loaders.researcher.works({ ...page, ...along }).load(owner.key);
  return Object.assign(new Page(listed, page, listOrder, node, count), { facets });
}

function orderOf(orderBy: WorkOrder | null | undefined): Order {
  if (orderBy == null) return 'RANK';
  const { by, direction } = orderBy;
  if (by === WorkOrderField.CITATIONS) return direction === OrderDirection.DESC ? 'RANK' : 'CITATIONS_ASC';
  return `${by}_${direction}`;
}

async function filterParams(loaders: Loaders, filter: WorkFilter): Promise<Omit<FilterParams, 'ids'>> {
  if (filter.yearFrom != null && filter.yearTo != null && filter.yearFrom > filter.yearTo)
    throw new BadInputError(
      'filter.yearFrom',
      `must not be after filter.yearTo, which is ${filter.yearTo}`,
      filter.yearFrom,
    );
  const ids = (texts: readonly string[] | null | undefined) => (texts == null ? null : locateIds(loaders, texts));
  const [topicIds, authorIds, institutionIds, allAuthorIds] = await Promise.all([
    ids(filter.topicIds),
    ids(filter.authorIds),
    ids(filter.institutionIds),
    ids(filter.allAuthorIds),
  ]);
  return {
    yearFrom: filter.yearFrom ?? null,
    yearTo: filter.yearTo ?? null,
    types: filter.types ?? null,
    sources: filter.sources ?? null,
    topicIds,
    authorIds,
    institutionIds,
    allAuthorIds,
    minCitations: filter.minCitations ?? null,
    openAccess: filter.openAccess ?? null,
    retracted: filter.retracted ?? null,
    text: filterQuery(filter.text),
  };
}

/**
 * The nodes whose works are likely to be the fewest of all that the list must be among: people, then institutions, then
 * topics. Null where that is the owner, or nothing.
 */
function startOf({ of }: WorkListOwner, filter: FilterParams): readonly string[] | null {
  const { allAuthorIds, authorIds, institutionIds, topicIds } = filter;
  if (of === 'RESEARCHER' || of === 'REFERENCES' || of === 'CITED_BY') return null;
  if (allAuthorIds?.[0] !== undefined) return allAuthorIds.slice(0, 1);
  if (authorIds !== null) return authorIds;
  return of === 'ALL' ? (institutionIds ?? topicIds) : null;
}

/** The one topic or institution that a list starts from: such a list is stored in rank order. */
function hubOf(
  { of, key }: WorkListOwner,
  { institutionIds, topicIds }: FilterParams,
  startIds: readonly string[] | null,
): { readonly kind: 'topic' | 'institution'; readonly id: string } | null {
  if (startIds === null) {
    if (of === 'TOPIC') return { kind: 'topic', id: key };
    return of === 'INSTITUTION' ? { kind: 'institution', id: key } : null;
  }
  const [only, ...others] = startIds;
  if (only === undefined || others.length > 0) return null;
  if (startIds === institutionIds) return { kind: 'institution', id: only };
  return startIds === topicIds ? { kind: 'topic', id: only } : null;
}
