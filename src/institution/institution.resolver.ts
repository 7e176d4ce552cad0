import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { byWorks, Page, pageArgs, pageSize } from '../core/pagination.js';
import { MissingValue, missingValues } from '../graph/missing.type.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';
import { Provenance, provenanceOf } from '../graph/provenance.type.js';
import { ResearcherConnection } from '../researcher/researcher.lists.js';
import { Topic } from '../topic/topic.type.js';
import { WorkListArgs } from '../work/work.input.js';
import { WorkConnection } from '../work/work.lists.js';
import { listWorks } from '../work/work-list.js';
import { InstitutionPartner } from './institution.lists.js';
import { Institution, type InstitutionRecord } from './institution.type.js';

const RESEARCHERS = byWorks('Institution.researchers');

const ListArgs = pageArgs(25);
type ListArgs = InstanceType<typeof ListArgs>;
const FirstArg = () =>
  Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 0 to 100.' });

@Resolver(() => Institution)
export class InstitutionResolver {
  @Query(() => Institution, {
    nullable: true,
    description: 'An institution by any identifier: key, OpenAlex URL, ROR id.',
  })
  institution(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context): Promise<unknown> {
    return findNode(loaders, id, NodeType.INSTITUTION);
  }

  @FieldResolver(() => WorkConnection, { description: 'Most cited first, then the newest, where no order is asked.' })
  works(@Root() root: Institution, @Args(() => WorkListArgs) args: WorkListArgs, @Ctx() context: Context) {
    const owner = { of: 'INSTITUTION', key: root.id, known: root.worksCount, size: () => root.worksCount } as const;
    return listWorks(context, owner, args, 'Institution.works');
  }

  @FieldResolver(() => ResearcherConnection, { description: 'Most works from there first.' })
  researchers(@Root() root: Institution, @Args(() => ListArgs) args: ListArgs, @Ctx() { loaders }: Context) {
    const params = args.params(RESEARCHERS);
    const rows = () => loaders.institution.researchers(params).load(root.id);
    const count = async () => (await loaders.institution.researcherCount.load(root.id)) ?? 0;
    return new Page(rows, params, RESEARCHERS, ({ id }) => loaders.researcher.byId.existing(id), count);
  }

  @FieldResolver(() => [Topic], { description: 'Most works first.' })
  async topics(@Root() root: Institution, @FirstArg() first: number | null, @Ctx() { loaders }: Context) {
    const ids = await loaders.institution.topics({ limit: pageSize(first, 10) }).load(root.id);
    return ids.map((id) => loaders.topic.byId.existing(id));
  }

  @FieldResolver(() => [InstitutionPartner], { description: 'Most joint works first.' })
  async partners(@Root() root: Institution, @FirstArg() first: number | null, @Ctx() { loaders }: Context) {
    const rows = await loaders.institution.partners({ limit: pageSize(first, 10) }).load(root.id);
    return rows.map(({ id, works }) => ({
      works,
      get institution() {
        return loaders.institution.byId.existing(id);
      },
    }));
  }

  @FieldResolver(() => [Provenance], { description: 'The sources that state something of it, by name.' })
  provenance(@Root() root: InstitutionRecord): Provenance[] {
    return provenanceOf(root);
  }

  @FieldResolver(() => [MissingValue], { description: 'Why fields are empty.' })
  missing(@Root() root: InstitutionRecord): MissingValue[] {
    return missingValues(root, ['ror', 'country', 'type', 'homepage']);
  }
}
