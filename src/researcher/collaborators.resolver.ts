import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { byJointWorks, Page, pageSize } from '../core/pagination.js';
import { NodeType } from '../graph/node.type.js';
import { findNodes } from '../graph/node-lookup.js';
import { Work } from '../work/work.type.js';
import { CollaboratorArgs, CollaboratorsArgs } from './researcher.input.js';
import { CollaboratorConnection, CollaboratorEdge, CollaboratorList } from './researcher.lists.js';
import type { CollaboratorRow } from './researcher.loaders.js';
import { Researcher } from './researcher.type.js';

const COLLABORATORS = byJointWorks('Researcher.collaborators');

function collaboratorPage(id: string, args: CollaboratorArgs, { loaders }: Context) {
  const params = { ...args.params(COLLABORATORS), ...args.filter };
  return new Page(
    () => loaders.researcher.collaborators(params).load(id),
    params,
    COLLABORATORS,
    (row) => loaders.researcher.byId.existing(row.id),
    async () => (await loaders.researcher.collaboratorCount(args.filter).load(id)) ?? 0,
  );
}

@Resolver(() => Researcher)
export class ResearcherCollaboratorsResolver {
  @FieldResolver(() => CollaboratorConnection, {
    description:
      'Coauthors: most joint works first, then the latest joint work, then id. The filter chooses; figures count all years.',
  })
  collaborators(
    @Root() root: Researcher,
    @Args(() => CollaboratorArgs) args: CollaboratorArgs,
    @Ctx() context: Context,
  ) {
    return collaboratorPage(root.id, args, context);
  }

  @Query(() => [CollaboratorList], {
    name: 'collaborators',
    nullable: 'items',
    description:
      'The collaborators of many researchers in one call, in the order asked, null for each that is not there. At most 500 ids.',
  })
  async ofMany(@Args(() => CollaboratorsArgs) args: CollaboratorsArgs, @Ctx() context: Context): Promise<unknown[]> {
    const researchers = await findNodes(context.loaders, args.ids, NodeType.RESEARCHER);
    return Promise.all(
      researchers.map(async (researcher) => {
        if (!researcher) return null;
        const page = collaboratorPage(researcher.id, args, context);
        return {
          researcher,
          get totalCount() {
            return page.totalCount;
          },
          collaborators: page.edges,
        };
      }),
    );
  }
}

@Resolver(() => CollaboratorEdge)
export class CollaboratorEdgeResolver {
  @FieldResolver(() => [Work], { description: 'Joint works, newest first.' })
  async jointWorks(
    @Root() { of, id }: CollaboratorRow,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'How many, 0 to 100.' }) first:
      | number
      | null,
    @Ctx() { loaders, maxAuthors }: Context,
  ): Promise<unknown[]> {
    const pair = of < id ? `${of} ${id}` : `${id} ${of}`;
    const ids = await loaders.researcher.jointWorks({ limit: pageSize(first, 5), maxAuthors }).load(pair);
    return Promise.all(ids.map((work) => loaders.work.byId.existing(work)));
  }
}
