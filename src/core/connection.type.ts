import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Where a page lies in its list.' })
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

/** The edge type of a list of `node`; a subclass adds what the edge itself says. */
export function edgeOf(node: () => ClassType<object>) {
  @ObjectType({ simpleResolvers: true })
  abstract class Edge {
    @Field(() => node() as ClassType<object>, { simple: false })
    node!: unknown;

    @Field({ description: 'Place in the list: what `after` takes.' })
    cursor!: string;
  }
  return Edge;
}

/** The connection type of a list with the given edges that nobody counts. */
export function uncountedConnectionOf(node: () => ClassType<object>, edge: () => ClassType<object>) {
  @ObjectType({ simpleResolvers: true })
  abstract class UncountedConnection {
    @Field(() => [edge() as ClassType<object>], { simple: false })
    edges!: unknown[];

    @Field(() => [node() as ClassType<object>], {
      simple: false,
      description: 'The nodes of the edges, for those who need no cursors.',
    })
    nodes!: unknown[];

    @Field(() => PageInfo, { simple: false })
    pageInfo!: PageInfo;
  }
  return UncountedConnection;
}

/** The connection type of a list with the given edges. */
export function connectionOf(node: () => ClassType<object>, edge: () => ClassType<object>) {
  @ObjectType({ simpleResolvers: true })
  abstract class Connection extends uncountedConnectionOf(node, edge) {
    @Field(() => Int, { nullable: true, simple: false, description: 'Length of the whole list.' })
    totalCount!: number | null;
  }
  return Connection;
}
