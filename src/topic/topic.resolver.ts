import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { byRank, byWorks, pageArgs, toPage } from '../core/pagination.js';
import { MissingValue, missingValues } from '../graph/missing.type.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';
import { Provenance, provenanceOf } from '../graph/provenance.type.js';
import { fromRank, WorkConnection } from '../work/work.lists.js';
import { TopicResearcherConnection } from './topic.lists.js';
import { Topic, type TopicRecord } from './topic.type.js';

const WORKS = byRank('Topic.works');
const RESEARCHERS = byWorks('Topic.researchers');

const ListArgs = pageArgs(25);
type ListArgs = InstanceType<typeof ListArgs>;

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: 'A topic by its key or OpenAlex URL.' })
  topic(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context): Promise<unknown> {
    return findNode(loaders, id, NodeType.TOPIC);
  }

  @FieldResolver(() => WorkConnection, { description: 'Most cited first, then the newest.' })
  async works(@Root() root: Topic, @Args(() => ListArgs) args: ListArgs, @Ctx() { loaders }: Context) {
    const params = fromRank(args.params(WORKS));
    const rows = await loaders.topic.works(params).load(root.id);
    return toPage(
      rows,
      params,
      WORKS,
      ({ id }) => loaders.work.byId.load(id),
      () => root.worksCount,
    );
  }

  @FieldResolver(() => TopicResearcherConnection, { description: 'Most works about it first.' })
  async researchers(@Root() root: Topic, @Args(() => ListArgs) args: ListArgs, @Ctx() { loaders }: Context) {
    const params = fromRank(args.params(RESEARCHERS));
    const rows = await loaders.topic.researchers(params).load(root.id);
    const count = async () => (await loaders.topic.researcherCount.load(root.id)) ?? 0;
    return toPage(rows, params, RESEARCHERS, ({ id }) => loaders.researcher.byId.load(id), count);
  }

  @FieldResolver(() => [Provenance], { description: 'The sources that state something of it, by name.' })
  provenance(@Root() root: TopicRecord): Provenance[] {
    return provenanceOf(root);
  }

  @FieldResolver(() => [MissingValue], { description: 'Why fields are empty.' })
  missing(@Root() root: TopicRecord): MissingValue[] {
    return missingValues(root, ['description', 'subfield', 'field', 'domain']);
  }
}
