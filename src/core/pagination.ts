import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { BadInputError } from './errors.js';

/** The most items of one page. */
export const MAX_PAGE = 100;

/** Where a page of a list starts and how long it is: what list statements take. */
export interface PageParams {
  /** One more than the page holds: the surplus row says that there is a next page. */
  readonly limit: number;
  /** The sort key of the last item seen, or null at the start. */
  readonly after: SortKey | null;
}
/** The values that a list is ordered by, the id last. */
export type SortKey = readonly (string | number)[];

/** What list statements return for each item. */
export interface ListRow {
  readonly id: string;
  readonly sortKey: SortKey;
}

/** An ordered list: its name, which its cursors carry, and the types of its sort key. */
export interface ListOrder {
  /** `Type.field`: no two lists share one. */
  readonly list: string;
  readonly keyTypes: readonly ('string' | 'number')[];
}

const ordered =
  (...keyTypes: ListOrder['keyTypes']) =>
  (list: string): ListOrder => ({ list, keyTypes });

/** Most cited first, then the newest, then by id. */
export const byRank = ordered('number', 'number', 'string');
/** Most works first, then by id. */
export const byWorks = ordered('number', 'string');
/** Most joint works first, then the latest joint work, then by id. */
export const byJointWorks = ordered('number', 'number', 'string');
/** In byline order. */
export const byPosition = ordered('number', 'string');
/** By number in one of several sequences, which the first part names. */
export const bySequence = ordered('string', 'number');
/** Best match first. */
export const byMatch = ordered('number', 'number', 'string');

/** A cursor is the list's name and the sort key: a page asked again is the same page, whatever was inserted before it. */
export const encodeCursor = (order: ListOrder, sortKey: SortKey): string =>
  Buffer.from(JSON.stringify([order.list, ...sortKey])).toString('base64url');

function decodeCursor(order: ListOrder, cursor: string): SortKey {
  const bad = () => new BadInputError('after', 'must be a cursor that this list gave', cursor);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw bad();
  }
  if (!Array.isArray(parts) || parts[0] !== order.list || parts.length !== order.keyTypes.length + 1) throw bad();
  const sortKey = parts.slice(1) as SortKey;
  if (!sortKey.every((part, at) => typeof part === order.keyTypes[at])) throw bad();
  return sortKey;
}

/** How many items a list gives where nothing is asked: an explicit null means this too. */
export function pageSize(first: number | null | undefined, fallback: number): number {
  const size = first ?? fallback;
  if (size < 0 || size > MAX_PAGE) throw new BadInputError('first', `must be from 0 to ${MAX_PAGE}`, size);
  return size;
}

/** The arguments `first` and `after` of a list. */
export abstract class PageArgs {
  first?: number | null;
  after?: string | null;
  /** What `first` is where it was left out or null. */
  abstract readonly fallback: number;

  /** The page that these arguments ask for. Throws BAD_USER_INPUT on a bad size or cursor. */
  params(order: ListOrder): PageParams {
    const after = this.after == null ? null : decodeCursor(order, this.after);
    return { limit: pageSize(this.first, this.fallback) + 1, after };
  }
}

/** Makes the arguments class of a list whose pages hold `fallback` items where nothing is asked. */
export function pageArgs(fallback: number) {
  @ArgsType()
  class SizedPageArgs extends PageArgs {
    @Field(() => Int, { nullable: true, defaultValue: fallback, description: `Items of the page, 0 to ${MAX_PAGE}.` })
    override first?: number | null;

    @Field(() => String, { nullable: true, description: 'The cursor after which the page starts.' })
    override after?: string | null;

    readonly fallback = fallback;
  }
  return SizedPageArgs;
}

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field({ description: 'True where the list goes on after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'True where the page was asked for with a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item of the page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item of the page.' })
  endCursor!: string | null;
}

/** A page as resolvers make it; `nodes` and the count are fetched only where they are selected. */
export class Page<Edge extends { cursor: string; node: unknown }> {
  constructor(
    readonly edges: readonly Edge[],
    readonly pageInfo: PageInfo,
    private readonly count: () => Promise<number> | number,
  ) {}

  get nodes(): readonly Edge['node'][] {
    return this.edges.map((edge) => edge.node);
  }

  get totalCount(): Promise<number> | number {
    return this.count();
  }
}

/**
 * Makes a page of a statement's rows.
 * @param node fetches a row's node; called only where the node is selected
 * @param count fetches the length of the whole list; called only where it is selected
 */
export function toPage<Row extends ListRow, Node>(
  rows: readonly Row[],
  params: PageParams,
  order: ListOrder,
  node: (row: Row) => Promise<Node | null>,
  count: () => Promise<number> | number,
): Page<Row & { readonly cursor: string; readonly node: Promise<Node | null> }> {
  const edges = rows.slice(0, params.limit - 1).map((row) => ({
    ...row,
    cursor: encodeCursor(order, row.sortKey),
    get node() {
      return node(row);
    },
  }));
  return new Page(
    edges,
    {
      hasNextPage: rows.length >= params.limit,
      hasPreviousPage: params.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  );
}

/** The edge type of a list of `node`; a subclass adds what the edge itself says. */
export function edgeOf(node: () => ClassType<object>) {
  @ObjectType()
  abstract class Edge {
    @Field(() => node() as ClassType<object>)
    node!: unknown;

    @Field({ description: 'Place in the list: what `after` takes.' })
    cursor!: string;
  }
  return Edge;
}

/** The connection type of a list with the given edges. */
export function connectionOf(node: () => ClassType<object>, edge: () => ClassType<object>) {
  @ObjectType()
  abstract class Connection {
    @Field(() => [edge() as ClassType<object>])
    edges!: unknown[];

    @Field(() => [node() as ClassType<object>], {
      description: 'The nodes of the edges, for those who need no cursors.',
    })
    nodes!: unknown[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'Length of the whole list.' })
    totalCount!: number | null;
  }
  return Connection;
}
