import { ArgsType, Field, Int } from 'type-graphql';
import type { PageInfo } from './connection.type.js';
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
/** The values that a list is ordered by, the id last; several numbers that count as one are a list of their own. */
export type SortKey = readonly (string | number | readonly (string | number)[])[];

/** What list statements return for each item; a sort key where the row does not have its parts anyway. */
export interface ListRow {
  readonly id: string;
  readonly sortKey: SortKey;
}

/** An ordered list: its name, which its cursors carry, and the types of its sort key. */
export interface ListOrder {
  /** `Type.field`: no two lists share one. */
  readonly list: string;
  readonly keyTypes: readonly KeyType[];
}
type KeyType = 'string' | 'number' | readonly ('string' | 'number')[];

/** An ordered list of such rows. */
export interface OrderOf<Row> extends ListOrder {
  readonly sortKeyOf: (row: Row) => SortKey;
}

/** An order by values of the given types; the list is named later, and where a row's sort key comes from if it has none. */
const ordered =
  (...keyTypes: ListOrder['keyTypes']) =>
  <Row = ListRow>(list: string, sortKeyOf: (row: Row) => SortKey = storedSortKey): OrderOf<Row> => ({
    ...{ list, keyTypes, sortKeyOf },
  });
const storedSortKey = (row: unknown): SortKey => (row as ListRow).sortKey;

/** Types of the sort keys of lists with a choice of orders: what ascends, what descends, the id. */
export const keyOf = {
  numbers: (count: number) => ordered(Array<'number'>(count).fill('number'), 'string', 'string'),
  rising: ordered(['string'], 'string', 'string'),
  falling: ordered([], 'string', 'string'),
};
/** Most works first, then by id. */
export const byWorks = ordered('number', 'string');
/** Most joint works first, then the latest joint work, then by id. */
export const byJointWorks = ordered('number', 'number', 'string');
/** In byline order. */
export const byPosition = ordered('number', 'string');
/** By number in one of several sequences, which the first part names. */
export const bySequence = ordered('string', 'number');
/** By an id that follows time. */
export const byTime = ordered('string');
/** By a moment, then by id. */
export const byMoment = ordered('string', 'string');
/** By a moment, then by three ids. */
export const byFeed = ordered('string', 'string', 'string', 'string');
/** Best match first. */
export const byMatch = ordered('number', 'number', 'string');

/** A cursor is the list's name and the sort key: a page asked again is the same page, whatever was inserted before it. */
export const encodeCursor = (order: ListOrder, sortKey: SortKey): string =>
  Buffer.from(JSON.stringify([order.list, ...sortKey])).toString('base64url');

const isOfTypes = (values: readonly unknown[], types: readonly KeyType[]): boolean =>
  values.length === types.length &&
  types.every((type, at) => {
    const value = values[at];
    return typeof type === 'string' ? typeof value === type : Array.isArray(value) && isOfTypes(value, type);
  });

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
  if (!isOfTypes(sortKey, order.keyTypes)) throw bad();
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

/** The node of a row; at once where the row itself says all that is asked for, since an answer may have thousands. */
type NodeOf<Row, Node> = (row: Row) => Promise<Node | null> | Node;

/** An edge as resolvers make it: what its row says, its place, and its node, which is fetched only where it is selected. */
export type EdgeOf<Row, Node> = Row & { readonly cursor: string; readonly node: ReturnType<NodeOf<Row, Node>> };

/**
 * An edge, of which an answer may have thousands: copied fields and shared getters, or making them would cost more than reading
 * them. Getters that are shared are lost where an edge is copied: a resolver of its fields takes its root as an interface, since
 * type-graphql copies what is asked for as a class.
 */
class PageEdge<Row extends object, Node> {
  readonly #row: Row;
  readonly #order: OrderOf<Row>;
  readonly #node: NodeOf<Row, Node>;

  constructor(row: Row, order: OrderOf<Row>, node: NodeOf<Row, Node>) {
    Object.assign(this, row);
    this.#row = row;
    this.#order = order;
    this.#node = node;
  }

  get cursor(): string {
    return encodeCursor(this.#order, this.#order.sortKeyOf(this.#row));
  }

  get node(): ReturnType<NodeOf<Row, Node>> {
    return this.#node(this.#row);
  }
}

/** A page as resolvers make it: rows, nodes and the count are fetched only where they are selected. */
export class Page<Row extends object, Node> {
  #rows: Promise<readonly Row[]> | undefined;

  /**
   * @param fetch the statement's rows
   * @param node the node of a row
   * @param count the length of the whole list; none for a list whose type has no totalCount
   * @param emptyEnd the end cursor of a page without rows, where a follower shall go on from there
   */
  constructor(
    private readonly fetch: () => Promise<readonly Row[]>,
    private readonly params: PageParams,
    private readonly order: OrderOf<Row>,
    private readonly node: NodeOf<Row, Node>,
    private readonly count: () => Promise<number> | number = () => {
      throw new TypeError('Nobody counts this list');
    },
    private readonly emptyEnd: string | null = null,
  ) {}

  get edges(): Promise<readonly EdgeOf<Row, Node>[]> {
    return this.#all().then((rows) =>
      rows
        .slice(0, this.params.limit - 1)
        .map((row) => new PageEdge(row, this.order, this.node) as unknown as EdgeOf<Row, Node>),
    );
  }

  get nodes(): Promise<readonly ReturnType<NodeOf<Row, Node>>[]> {
    return this.edges.then((edges) => edges.map((edge) => edge.node));
  }

  get pageInfo(): Promise<PageInfo> {
    return this.#all().then((rows) => {
      const [first, last] = [rows[0], rows.slice(0, this.params.limit - 1).at(-1)];
      return {
        hasNextPage: rows.length >= this.params.limit,
        hasPreviousPage: this.params.after !== null,
        startCursor: first && last ? this.#cursorOf(first) : null,
        endCursor: last ? this.#cursorOf(last) : this.emptyEnd,
      };
    });
  }

  get totalCount(): Promise<number> | number {
    return this.count();
  }

  #cursorOf(row: Row): string {
    return encodeCursor(this.order, this.order.sortKeyOf(row));
  }

  #all(): Promise<readonly Row[]> {
    this.#rows ??= this.fetch();
    return this.#rows;
  }
}
