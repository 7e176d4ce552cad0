import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { byMatch, Page, pageArgs } from '../core/pagination.js';
import { searchGraph } from './graph.loaders.js';
import { NodeType } from './node.type.js';
import { loadNode } from './node-lookup.js';
import { MAX_HITS, MAX_QUERY, toLucene } from './search.js';
import { SearchConnection } from './search.type.js';

const MATCHES = byMatch('Query.search');

@ArgsType()
class SearchArgs extends pageArgs(10) {
  @Field(() => String, { description: `Words; the last may be the beginning of one. At most ${MAX_QUERY} characters.` })
  @MaxLength(MAX_QUERY, { message: `query must be at most ${MAX_QUERY} characters` })
  query!: string;

  @Field(() => [NodeType], { nullable: true, description: 'Only these kinds.' })
  types?: NodeType[] | null;
}

@Resolver(() => SearchConnection)
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Search over names, titles and abstracts. A prefix of the last word is enough. Best match first; of each kind the 1,000 best matches of the text are ranked.',
  })
  async search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() { database, loaders }: Context): Promise<unknown> {
    const params = args.params(MATCHES);
    const lucene = toLucene(args.query);
    const types = args.types ?? Object.values(NodeType);
    const exact = args.query.trim().toLowerCase();
    const rows =
      lucene === '' ? [] : await database.read(searchGraph, { ...params, lucene, exact, types, hits: MAX_HITS });
    return new Page(
      async () => rows,
      params,
      MATCHES,
      ({ type, id }) => loadNode(loaders, type, id),
      () => rows.length,
    );
  }
}
