import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { byWorks, Page, pageArgs } from '../core/pagination.js';
import { MissingValue, missingValues } from '../graph/missing.type.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';
import { Provenance, provenanceOf } from '../graph/provenance.type.js';
import { WorkListArgs } from '../work/work.input.js';
import { WorkConnection } from '../work/work.lists.js';
import { listWorks } from '../work/work-list.js';
import { TopicResearcherConnection } from './topic.lists.js';
import { Topic, type TopicRecord } from './topic.type.js';

const RESEARCHERS = byWorks('Topic.researchers');

const ListArgs = pageArgs(25);
type ListArgs = InstanceType<typeof ListArgs>;

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: 'A topic by its key or OpenAlex URL.' })
  topic(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context): Promise<unknown> {
    return findNode(loaders, id, NodeType.TOPIC);
  }

  @FieldResolver(() => WorkConnection, { description: 'Most cited first, then the newest, where no order is asked.' })
  works(@Root() root: Topic, @Args(() => WorkListArgs) args: WorkListArgs, @Ctx() context: Context) {
    const owner = { of: 'TOPIC', key: root.id, known: root.worksCount, size: () => root.worksCount } as const;
    return listWorks(context, owner, args, 'Topic.works');
  }

  @FieldResolver(() => TopicResearcherConnection, { description: 'Most works about it first.' })
  researchers(@Root() root: Topic, @Args(() => ListArgs) args: ListArgs, @Ctx() { loaders }: Context) {
    const params = args.params(RESEARCHERS);
    const rows = () => loaders.topic.researchers(params).load(root.id);
    const count = async () => (await loaders.topic.researcherCount.load(root.id)) ?? 0;
    return new Page(rows, params, RESEARCHERS, ({ id }) => loaders.researcher.byId.existing(id), count);
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
