import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context, Loaders } from '../context.js';
import { byJointWorks, Page, pageSize } from '../core/pagination.js';
import { selectedFields, selectedOfNodes } from '../core/selection.js';
import { parseIdentifier } from '../graph/identifiers.js';
import { NodeType, typeNames } from '../graph/node.type.js';
import { findIds, findNodes } from '../graph/node-lookup.js';
import { Work } from '../work/work.type.js';
import { CollaboratorArgs, CollaboratorsArgs } from './researcher.input.js';
import { CollaboratorConnection, CollaboratorEdge, CollaboratorList } from './researcher.lists.js';
import type { CollaboratorRow } from './researcher.loaders.js';
import { Researcher } from './researcher.type.js';

const COLLABORATORS = byJointWorks('Researcher.collaborators', ({ works, lastYear, id }: CollaboratorRow) => [
  ...[works, lastYear ?? 0, id],
]);

/** What a page of collaborators is read by, one for all whose page is asked for alike. */
function readBy(args: CollaboratorArgs, { loaders }: Context) {
  const params = { ...args.params(COLLABORATORS), ...args.filter };
  return { params, rows: loaders.researcher.collaborators(params) };
}
type Reading = ReturnType<typeof readBy>;

/** As `findIds`: who is found to have collaborators is there, so that only those without any are looked for. */
const findByCollaborators = (
  loaders: Loaders,
  texts: readonly string[],
  { rows }: Reading,
): ReturnType<typeof findIds> =>
  Promise.all(
    texts.map(async (text) => {
      const wanted = NodeType.RESEARCHER;
      const direct = parseIdentifier(text).find(({ by, type }) => by === 'id' && (type ?? wanted) === wanted);
      const found = direct ? await rows.load(direct.value) : [];
      if (direct && found.length > 0) return { __typename: typeNames[wanted], id: direct.value };
      return (await findIds(loaders, [text], wanted))[0] ?? null;
    }),
  );

/**
 * @param isNamed whether of a collaborator nothing but id and name is asked for: then nothing else is read
 * @param known how many collaborators there are before the filter, where that is known
 */
function collaboratorPage(
  id: string,
  args: CollaboratorArgs,
  { params, rows }: Reading,
  { loaders }: Context,
  isNamed: boolean,
  known?: number,
) {
  return new Page<CollaboratorRow, unknown>(
    () => rows.load(id),
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
    return collaboratorPage(root.id, args, readBy(args, context), context, isNamed, root.stats.collaborators);
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
    const isId = selected.below('researcher').isWithin('id');
    const reading = readBy(args, context);
    const find = isId ? findIds : findNodes;
    const researchers = await (isId && selected.has('collaborators')
      ? findByCollaborators(context.loaders, args.ids, reading)
      : find(context.loaders, args.ids, NodeType.RESEARCHER));
    const isNamed = selected.below('collaborators').below('node').isWithin('id', 'name');
    return Promise.all(
      researchers.map(async (researcher) => {
        if (!researcher) return null;
        const page = collaboratorPage(researcher.id, args, reading, context, isNamed);
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
