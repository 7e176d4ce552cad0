import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context, Loaders } from '../context.js';
import { BadInputError } from '../core/errors.js';
import { Sized } from '../core/list-size.js';
import { byWorks, Page, pageArgs } from '../core/pagination.js';
import { type Selected, selectedFields, selectedOfNodes } from '../core/selection.js';
import { MissingValue, missingValues } from '../graph/missing.type.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';
import { Assertion, Provenance, provenanceOf } from '../graph/provenance.type.js';
import { Institution } from '../institution/institution.type.js';
import { WorkListArgs } from '../work/work.input.js';
import { WorkConnection } from '../work/work.lists.js';
import { listWorks } from '../work/work-list.js';
import { assertionsOf, MAX_ASSERTIONS } from './assertions.js';
import { Affiliation, ResearcherTopicConnection } from './researcher.lists.js';
import type { AffiliationRow, ResearcherTopicRow } from './researcher.loaders.js';
import { Researcher, type ResearcherRecord, YearCount } from './researcher.type.js';

const TOPICS = byWorks('Researcher.topics', ({ works, id }: ResearcherTopicRow) => [works, id]);

/** Times at institutions that a record is taken to have: of 2,068 one in a hundred has more than 82, one 371. */
const AFFILIATIONS = 100;
/** Years that a working life is taken to span. */
const YEARS = 100;

const TopicsArgs = pageArgs(10);

@Resolver(() => Researcher)
export class ResearcherResolver {
  @Query(() => Researcher, {
    nullable: true,
    description: 'A researcher by any identifier: key, OpenAlex URL, ORCID iD.',
  })
  researcher(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<unknown> {
    return findNode(context.loaders, id, NodeType.RESEARCHER);
  }

  @FieldResolver(() => Institution, {
    nullable: true,
    description: 'The present affiliation; null where none was imported.',
  })
  async affiliation(
    @Root() root: Researcher,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const selected = selectedFields(info);
    const current = (await loaders.researcher.affiliations.load(root.id)).find((row) => row.current);
    return current ? institutionOf(current, selected, loaders) : null;
  }

  @Sized(() => AFFILIATIONS)
  @FieldResolver(() => [Affiliation], { description: 'The present ones first, then the latest.' })
  async affiliations(
    @Root() root: Researcher,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown[]> {
    const selected = selectedFields(info).below('institution');
    const rows = await loaders.researcher.affiliations.load(root.id);
    return rows.map((row) => ({
      ...row,
      get institution() {
        return institutionOf(row, selected, loaders);
      },
    }));
  }

  @FieldResolver(() => WorkConnection, { description: 'Most cited first, then the newest, where no order is asked.' })
  works(
    @Root() root: Researcher,
    @Args(() => WorkListArgs) args: WorkListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const owner = { of: 'RESEARCHER', key: root.id, known: root.stats.works, size: () => root.stats.works } as const;
    return listWorks(context, owner, args, 'Researcher.works', { asked: selectedOfNodes(info) });
  }

  @FieldResolver(() => ResearcherTopicConnection, { description: 'Most works first.' })
  topics(
    @Root() root: Researcher,
    @Args(() => TopicsArgs) args: InstanceType<typeof TopicsArgs>,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const params = args.params(TOPICS);
    const isNamed = selectedOfNodes(info).isWithin('id', 'name');
    return new Page<ResearcherTopicRow, unknown>(
      () => loaders.researcher.topics(params).load(root.id),
      params,
      TOPICS,
      ({ id, name }) => (isNamed ? { id, name } : loaders.topic.byId.existing(id)),
      () => root.stats.topics,
    );
  }

  @Sized(() => YEARS)
  @FieldResolver(() => [YearCount], { description: 'Oldest first, without gaps; undated works are left out.' })
  async worksByYear(@Root() root: Researcher, @Ctx() { loaders }: Context): Promise<YearCount[]> {
    return withoutGaps(await loaders.researcher.worksByYear.load(root.id));
  }

  @FieldResolver(() => [Provenance], { description: 'The sources that state something of it, by name.' })
  provenance(@Root() root: ResearcherRecord): Provenance[] {
    return provenanceOf(root);
  }

  @FieldResolver(() => [Assertion], {
    description: `Who asserted what ORCID says: employments, then works, in the record's order; first is from 0 to ${MAX_ASSERTIONS}.`,
  })
  async assertions(
    @Root() { id, sources }: ResearcherRecord,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<Assertion[]> {
    const size = first ?? 25;
    if (size < 0 || size > MAX_ASSERTIONS)
      throw new BadInputError('first', `must be from 0 to ${MAX_ASSERTIONS}`, size);
    const record = sources?.includes('orcid') ? await loaders.researcher.orcidRecord.load(id) : null;
    return record === null ? [] : assertionsOf(record).slice(0, size);
  }

  @FieldResolver(() => [MissingValue], { description: 'Why fields are empty.' })
  async missing(@Root() root: ResearcherRecord, @Ctx() { loaders }: Context): Promise<MissingValue[]> {
    const affiliations = await loaders.researcher.affiliations.load(root.id);
    const affiliation = affiliations.find((row) => row.current) ?? null;
    // A record that knows of no affiliation knows of no present one.
    const unknown = root.unknown?.includes('affiliations') ? [...root.unknown, 'affiliation'] : root.unknown;
    const record = { ...root, affiliations, affiliation, unknown };
    return missingValues(record, ['otherNames', 'orcid', 'affiliation', 'affiliations']);
  }
}

/** Where a researcher was, from the row itself where that has all that is asked for. */
const institutionOf = (
  { institutionId: id, name, country }: AffiliationRow,
  selected: Selected,
  { institution }: Loaders,
): unknown => (selected.isWithin('id', 'name', 'country') ? { id, name, country } : institution.byId.existing(id));

/** Fills the years between the first and the last with zeros. */
function withoutGaps(years: readonly YearCount[]): YearCount[] {
  const known = new Map(years.map((entry) => [entry.year, entry]));
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? -1];
  return Array.from(
    { length: last - first + 1 },
    (_, at) => known.get(first + at) ?? { year: first + at, works: 0, citations: 0 },
  );
}
