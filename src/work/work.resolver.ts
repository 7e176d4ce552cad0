import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs } from '../core/field-cost.js';
import { Sized } from '../core/list-size.js';
import { byPosition, Page, pageArgs, pageSize } from '../core/pagination.js';
import { selectedFields, selectedOfNodes } from '../core/selection.js';
import { MissingValue, missingValues } from '../graph/missing.type.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';
import { Provenance, provenanceOf } from '../graph/provenance.type.js';
import { Institution } from '../institution/institution.type.js';
import { type AuthorRow, authorsListed } from './listed-work.js';
import { RELATED_BOUNDS } from './related.js';
import { WorkListArgs } from './work.input.js';
import { AuthorConnection, AuthorEdge, WorkConnection, WorkTopic } from './work.lists.js';
import { Work, type WorkRecord } from './work.type.js';
import { listWorks } from './work-list.js';

/** Works that may be related are weighed against each other, in requests. */
const RELATED_COST = 10;
/** Of a work, and of one author in it; in 28,497 works there were 125 and 12 at most. */
const INSTITUTIONS = { work: 50, author: 15 } as const;

const AUTHORS = byPosition('Work.authors', ({ position, id }: AuthorRow) => [position, id]);

const AuthorsArgs = pageArgs(25);
type AuthorsArgs = InstanceType<typeof AuthorsArgs>;

@Resolver(() => Work)
export class WorkResolver {
  @Query(() => Work, { nullable: true, description: 'A work by any identifier: key, OpenAlex URL, DOI, arXiv id.' })
  work(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context): Promise<unknown> {
    return findNode(loaders, id, NodeType.WORK);
  }

  @FieldResolver(() => AuthorConnection, { description: 'In byline order.' })
  authors(
    @Root() root: WorkRecord,
    @Args(() => AuthorsArgs) args: AuthorsArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const params = args.params(AUTHORS);
    const isNamed = selectedOfNodes(info).isWithin('id', 'name');
    return new Page<AuthorRow, unknown>(
      async () => authorsListed(root, params) ?? loaders.work.authors(params).load(root.id),
      params,
      AUTHORS,
      ({ id, nodeName }) => (isNamed ? { id, name: nodeName } : loaders.researcher.byId.existing(id)),
      () => root.authorsCount,
    );
  }

  @FieldResolver(() => [WorkTopic], { description: 'Best score first.' })
  async topics(@Root() root: Work, @Ctx() { loaders }: Context, @Info() info: GraphQLResolveInfo): Promise<unknown[]> {
    const isNamed = selectedFields(info).below('topic').isWithin('id', 'name');
    const rows = await loaders.work.topics.load(root.id);
    return rows.map(({ id, name, score }) => ({
      score,
      get topic() {
        return isNamed ? { id, name } : loaders.topic.byId.existing(id);
      },
    }));
  }

  @Sized(() => INSTITUTIONS.work)
  @FieldResolver(() => [Institution], { description: 'Institutions of its authors, by id.' })
  institutions(@Root() root: WorkRecord, @Ctx() { loaders }: Context): unknown[] {
    return [...root.institutionIds].sort().map((id) => loaders.institution.byId.existing(id));
  }

  @FieldResolver(() => WorkConnection, {
    description: 'The works in this graph that it cites, most cited first where no order is asked.',
  })
  references(@Root() root: WorkRecord, @Args(() => WorkListArgs) args: WorkListArgs, @Ctx() context: Context) {
    const owner = { of: 'REFERENCES', key: root.id, size: () => root.referencesCount } as const;
    return listWorks(context, owner, args, 'Work.references');
  }

  @FieldResolver(() => WorkConnection, {
    description: 'The works in this graph that cite it, most cited first where no order is asked.',
  })
  citedBy(@Root() root: WorkRecord, @Args(() => WorkListArgs) args: WorkListArgs, @Ctx() context: Context) {
    const owner = { of: 'CITED_BY', key: root.id, size: () => root.citedByCount } as const;
    return listWorks(context, owner, args, 'Work.citedBy');
  }

  @Costs(() => RELATED_COST)
  @FieldResolver(() => [Work], {
    nullable: true,
    description: 'Works that share most references, topics and authors with it, best first.',
  })
  async related(
    @Root() root: Work,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 0 to 100.' }) first:
      | number
      | null,
    @Ctx() { loaders }: Context,
  ): Promise<unknown[]> {
    const ids = await loaders.work.related({ ...RELATED_BOUNDS, limit: pageSize(first, 10) }).load(root.id);
    return Promise.all(ids.map((id) => loaders.work.byId.existing(id)));
  }

  @FieldResolver(() => [Provenance], { description: 'The sources that state something of it, by name.' })
  provenance(@Root() root: WorkRecord): Provenance[] {
    return provenanceOf(root);
  }

  @FieldResolver(() => [MissingValue], { description: 'Why fields are empty.' })
  async missing(@Root() root: WorkRecord, @Ctx() { loaders }: Context): Promise<MissingValue[]> {
    const topics = await loaders.work.topics.load(root.id);
    const record = { ...root, topics, authors: root.byline, institutions: root.institutionIds };
    return missingValues(record, [
      'type',
      'year',
      'date',
      'source',
      'doi',
      'arxivId',
      'openAccessUrl',
      'abstract',
      'authors',
      'topics',
      'institutions',
    ]);
  }
}

@Resolver(() => AuthorEdge)
export class AuthorEdgeResolver {
  @Sized(() => INSTITUTIONS.author)
  @FieldResolver(() => [Institution], { description: 'The institutions that this work states for the author.' })
  institutions(@Root() { institutionIds }: AuthorRow, @Ctx() { loaders }: Context): unknown[] {
    return institutionIds.map((id) => loaders.institution.byId.existing(id));
  }
}
