import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { BadInputError } from '../core/errors.js';
import { Costs } from '../core/field-cost.js';
import { byMatch, Page, type PageParams, pageArgs } from '../core/pagination.js';
import { searchStatements } from './graph.loaders.js';
import { NodeType } from './node.type.js';
import { loadNode, locate } from './node-lookup.js';
import { allTypes, compareMatches, IDENTIFIED, MAX_QUERY, type SearchRow, scoreOf, toSearch } from './search.js';
import { SearchConnection, SearchEdge } from './search.type.js';
import { highlight, textsOf, toMarker } from './search-highlight.js';

/** Four statements over the full-text indexes, in requests. */
const SEARCH_COST = 10;
const MATCHES = byMatch('Query.search');

@ArgsType()
class SearchArgs extends pageArgs(10) {
  @Field(() => String, {
    description: `Words, the last may be the beginning of one, or any identifier. At most ${MAX_QUERY} characters.`,
  })
  query!: string;

  @Field(() => [NodeType], { nullable: true, description: 'Only these kinds.' })
  types?: NodeType[] | null;
}

@Resolver(() => SearchConnection)
export class SearchResolver {
  @Costs(() => SEARCH_COST)
  @Query(() => SearchConnection, {
    description:
      'Full-text search over names, titles, abstracts and descriptions; a prefix of the last word is enough, and an identifier finds its node. Best match first: the node identified, then exact names, then names and titles, then other texts; within each the better known first.',
  })
  async search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: Context): Promise<unknown> {
    if ([...args.query].length > MAX_QUERY)
      throw new BadInputError('query', `must be at most ${MAX_QUERY} characters`, args.query);
    const params = args.params(MATCHES);
    const rows = await matches(args.query, args.types ?? allTypes, params, context);
    const marker = toMarker(args.query);
    return new Page(
      async () => rows.map((row) => ({ ...row, score: scoreOf(row.sortKey), marker })),
      params,
      MATCHES,
      ({ type, id }) => loadNode(context.loaders, type, id),
      () => rows.length,
    );
  }
}

type Match = SearchRow & { readonly type: NodeType };

async function matches(
  text: string,
  types: readonly NodeType[],
  params: PageParams,
  { database, loaders }: Context,
): Promise<readonly Match[]> {
  const found = await locate(loaders, text);
  const located = found && types.includes(found.type) ? found : null;
  const first: Match[] = located && params.after === null ? [{ ...located, sortKey: [IDENTIFIED, 0, located.id] }] : [];
  const search = toSearch(text);
  if (!search) return first;
  const ofType = async (type: NodeType): Promise<Match[]> => {
    const rows = await database.read(searchStatements[type], {
      ...search[type],
      ...params,
      located: located?.id ?? null,
    });
    return rows.map((row) => ({ ...row, type }));
  };
  const rows = (await Promise.all([...new Set(types)].map(ofType))).flat();
  return [...first, ...rows.sort(compareMatches)].slice(0, params.limit);
}

type MarkedEdge = Pick<SearchEdge, 'marker' | 'node'>;

@Resolver(() => SearchEdge)
export class SearchEdgeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Of the name, title, abstract or description that matches best, some 200 characters with the matching words between « and »: plain text, never HTML, in which these two signs mark nothing else (the text's own become “ and ”). Split at them, every second part is a match. Null where no word of the text can be shown, as for an identifier.",
  })
  async highlight(@Root() { marker, node }: MarkedEdge): Promise<string | null> {
    const found = await node;
    return found ? highlight(marker, textsOf(found)) : null;
  }
}
