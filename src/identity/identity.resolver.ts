import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs } from '../core/field-cost.js';
import { Sized } from '../core/list-size.js';
import { pageArgs } from '../core/pagination.js';
import { Researcher } from '../researcher/researcher.type.js';
import { Topic } from '../topic/topic.type.js';
import { WorkConnection } from '../work/work.lists.js';
import { listWorks } from '../work/work-list.js';
import { LIMIT, MOST_COAUTHORS } from './identity.loaders.js';
import { IdentityGroup, IdentityReport } from './identity.type.js';
import { identityWork, recordIdentity } from './record-identity.js';
import type { IdentityWork } from './record-works.js';

/** Works are compared with each other: as much as so many requests. */
const IDENTITY_COST = 20;
/** As many topics and collaborators of a group are given, those of most works first. */
const MOST_SHOWN = 10;

const GroupWorksArgs = pageArgs(25);
type GroupWorksArgs = InstanceType<typeof GroupWorksArgs>;

@Resolver(() => Researcher)
export class IdentityResolver {
  @Costs(() => IDENTITY_COST)
  @FieldResolver(() => IdentityReport, {
    nullable: true,
    description:
      'Whether this record looks like one person; more than one group means that it probably mixes people. How it is told: docs/identity.md.',
  })
  async identity(@Root() { id }: Researcher, @Ctx() { loaders, maxAuthors }: Context): Promise<IdentityReport> {
    const [works, acquainted] = await Promise.all([
      loaders.identity.works({ limit: LIMIT, maxAuthors }).load(id),
      loaders.identity.acquainted({ most: MOST_COAUTHORS }).load(id),
    ]);
    const compared = works.map(identityWork);
    const { groups, ...findings } = recordIdentity(compared, acquainted);
    const byId = new Map(compared.map((work) => [work.id, work]));
    return {
      ...findings,
      groups: groups.map(({ workIds, confidence, reasons }) => {
        const own = workIds.flatMap((work) => byId.get(work) ?? []);
        return {
          ...{ researcherId: id, workIds, confidence, reasons },
          years: [...new Set(own.flatMap(({ year }) => year ?? []))].sort((one, other) => one - other),
          topicIds: mostFrequent(own, ({ topics = [] }) => topics),
          collaboratorIds: mostFrequent(own, ({ coauthors = [] }) =>
            coauthors.flatMap((coauthor) => coauthor.id ?? []),
          ),
        };
      }),
    };
  }
}

/** What most of the works have, then by id. */
function mostFrequent(works: readonly IdentityWork[], idsOf: (work: IdentityWork) => readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const work of works) {
    const ids = idsOf(work);
    ids.forEach((id, at) => {
      if (ids.indexOf(id) === at) counts.set(id, (counts.get(id) ?? 0) + 1);
    });
  }
  return [...counts]
    .sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(([id]) => id);
}

@Resolver(() => IdentityGroup)
export class IdentityGroupResolver {
  @FieldResolver(() => WorkConnection, { description: 'Most cited first, then the newest.' })
  works(
    @Root() { researcherId, workIds }: IdentityGroup,
    @Args(() => GroupWorksArgs) args: GroupWorksArgs,
    @Ctx() context: Context,
  ): Promise<unknown> {
    const owner = { of: 'RESEARCHER', key: researcherId, size: () => workIds.length } as const;
    return listWorks(context, owner, args, 'IdentityGroup.works', { ids: workIds });
  }

  @Sized(() => MOST_SHOWN)
  @FieldResolver(() => [Topic], { description: `Those of most of its works, at most ${MOST_SHOWN}.` })
  topics(@Root() { topicIds }: IdentityGroup, @Ctx() { loaders }: Context): Promise<unknown[]> {
    return Promise.all(topicIds.map((id) => loaders.topic.byId.existing(id)));
  }

  @Sized(() => MOST_SHOWN)
  @FieldResolver(() => [Researcher], { description: `Those on most of its works, at most ${MOST_SHOWN}.` })
  collaborators(@Root() { collaboratorIds }: IdentityGroup, @Ctx() { loaders }: Context): Promise<unknown[]> {
    return Promise.all(collaboratorIds.map((id) => loaders.researcher.byId.existing(id)));
  }
}
