import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { byPosition, byRank, pageArgs, toPage } from '../core/pagination.js';
import { MissingValue, missingValues } from '../graph/missing.type.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';
import { Institution } from '../institution/institution.type.js';
import { AuthorConnection, AuthorEdge, WorkConnection, WorkTopic } from './work.lists.js';
import type { AuthorRow, WorkCounts } from './work.loaders.js';
import { Work, type WorkRecord } from './work.type.js';

const AUTHORS = byPosition('Work.authors');
const REFERENCES = byRank('Work.references');
const CITED_BY = byRank('Work.citedBy');

const ListArgs = pageArgs(25);
type ListArgs = InstanceType<typeof ListArgs>;

@Resolver(() => Work)
export class WorkResolver {
  @Query(() => Work, { nullable: true, description: 'A work by any identifier: key, OpenAlex URL, DOI, arXiv id.' })
  work(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context): Promise<unknown> {
    return findNode(loaders, id, NodeType.WORK);
  }

  @FieldResolver(() => AuthorConnection, { description: 'In byline order.' })
  async authors(@Root() root: Work, @Args(() => ListArgs) args: ListArgs, @Ctx() { loaders }: Context) {
    const params = args.params(AUTHORS);
    const rows = await loaders.work.authors(params).load(root.id);
    return toPage(rows, params, AUTHORS, ({ id }) => loaders.researcher.byId.load(id), count(root, 'authors', loaders));
  }

  @FieldResolver(() => [WorkTopic], { description: 'Best score first.' })
  async topics(@Root() root: Work, @Ctx() { loaders }: Context): Promise<unknown[]> {
    const rows = await loaders.work.topics.load(root.id);
    return rows.map(({ id, score }) => ({
      score,
      get topic() {
        return loaders.topic.byId.load(id);
      },
    }));
  }

  @FieldResolver(() => [Institution], { description: 'Institutions of its authors, by id.' })
  institutions(@Root() root: WorkRecord, @Ctx() { loaders }: Context): unknown[] {
    return [...root.institutionIds].sort().map((id) => loaders.institution.byId.load(id));
  }

  @FieldResolver(() => WorkConnection, { description: 'The works in this graph that it cites, most cited first.' })
  async references(@Root() root: Work, @Args(() => ListArgs) args: ListArgs, @Ctx() { loaders }: Context) {
    const params = args.params(REFERENCES);
    const rows = await loaders.work.references(params).load(root.id);
    return toPage(rows, params, REFERENCES, ({ id }) => loaders.work.byId.load(id), count(root, 'references', loaders));
  }

  @FieldResolver(() => WorkConnection, { description: 'The works in this graph that cite it, most cited first.' })
  async citedBy(@Root() root: Work, @Args(() => ListArgs) args: ListArgs, @Ctx() { loaders }: Context) {
    const params = args.params(CITED_BY);
    const rows = await loaders.work.citedBy(params).load(root.id);
    return toPage(rows, params, CITED_BY, ({ id }) => loaders.work.byId.load(id), count(root, 'citedBy', loaders));
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
  @FieldResolver(() => [Institution], { description: 'The institutions that this work states for the author.' })
  institutions(@Root() { institutionIds }: AuthorRow, @Ctx() { loaders }: Context): unknown[] {
    return institutionIds.map((id) => loaders.institution.byId.load(id));
  }
}

const count = (root: Work, list: keyof WorkCounts, loaders: Context['loaders']) => async () =>
  (await loaders.work.counts.load(root.id))?.[list] ?? 0;
