import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { byJointWorks, Page, pageSize } from '../core/pagination.js';
import { selectedFields, selectedOfNodes } from '../core/selection.js';
import { NodeType } from '../graph/node.type.js';
import { findIds, findNodes } from '../graph/node-lookup.js';
import { Work } from '../work/work.type.js';
import { CollaboratorArgs, CollaboratorsArgs } from './researcher.input.js';
import { CollaboratorConnection, CollaboratorEdge, CollaboratorList } from './researcher.lists.js';
import type { CollaboratorRow } from './researcher.loaders.js';
import { Researcher } from './researcher.type.js';

const COLLABORATORS = byJointWorks('Researcher.collaborators', ({ works, lastYear, id }: CollaboratorRow) => [
  ...[works, lastYear ?? 0, id],
]);

/**
 * @param isNamed whether of a collaborator nothing but id and name is asked for: then nothing else is read
 * @param known how many collaborators there are before the filter, where that is known
 */
function collaboratorPage(id: string, args: CollaboratorArgs, { loaders }: Context, isNamed: boolean, known?: number) {
  const params = { ...args.params(COLLABORATORS), ...args.filter };
  return new Page<CollaboratorRow, unknown>(
    () => loaders.researcher.collaborators(params).load(id),
    params,
    COLLABORATORS,
    (row) => (isNamed ? { id: row.id, name: row.name } : loaders.researcher.byId.existing(row.id)),
    async () =>
      (isOpen(args) ? known : null) ?? (await loaders.researcher.collaboratorCount(args.filter).load(id)) ?? 0,
  );
}

const isOpen = ({ filter: { minWorks, since } }: CollaboratorArgs): boolean => minWorks === 1 && since === null;

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
    @Info() info: GraphQLResolveInfo,
  ) {
    const isNamed = selectedOfNodes(info).isWithin('id', 'name');
    return collaboratorPage(root.id, args, context, isNamed, root.stats.collaborators);
  }

  @Query(() => [CollaboratorList], {
    name: 'collaborators',
    nullable: 'items',
    description:
      'The collaborators of many researchers in one call, in the order asked, null for each that is not there. At most 500 ids.',
  })
  async ofMany(
    @Args(() => CollaboratorsArgs) args: CollaboratorsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown[]> {
    const selected = selectedFields(info);
    const find = selected.below('researcher').isWithin('id') ? findIds : findNodes;
    const researchers = await find(context.loaders, args.ids, NodeType.RESEARCHER);
    const isNamed = selected.below('collaborators').below('node').isWithin('id', 'name');
    return Promise.all(
      researchers.map(async (researcher) => {
        if (!researcher) return null;
        const page = collaboratorPage(researcher.id, args, context, isNamed);
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
    @Root() { key, id }: CollaboratorRow,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'How many, 0 to 100.' }) first:
      | number
      | null,
    @Ctx() { loaders, maxAuthors }: Context,
  ): Promise<unknown[]> {
    const pair = key < id ? `${key} ${id}` : `${id} ${key}`;
    const ids = await loaders.researcher.jointWorks({ limit: pageSize(first, 5), maxAuthors }).load(pair);
    return Promise.all(ids.map((work) => loaders.work.byId.existing(work)));
  }
}
