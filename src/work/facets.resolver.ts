import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs } from '../core/field-cost.js';
import { Sized } from '../core/list-size.js';
import { MAX_PAGE, pageSize } from '../core/pagination.js';
import { selectedFields } from '../core/selection.js';
import { YearCount } from '../researcher/researcher.type.js';
import { Facet, TopicFacet, WorkFacets } from './facets.type.js';
import type { Facet as FacetName, FacetRow } from './work.loaders.js';
import type { WorkSet } from './work-list.js';

const MOST_YEARS = 10_000;
/** Years that the works of a list are taken to span. */
const YEARS = 100;
/** A facet reads the whole list, in requests. */
const FACET_COST = 10;
const FirstArg = () =>
  Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 0 to 100.' });

const countBy = ({ key, set }: WorkSet, facet: FacetName, limit: number, { loaders }: Context) =>
  loaders.work.facets({ set, apart: isEverything(set) ? facet : null }).load(`${facet} ${limit} ${key}`);

/** Of all works each facet takes long: side by side they are there sooner, and one that is late leaves the others. */
const isEverything = ({ of, startIds, text }: WorkSet['set']): boolean =>
  of === 'ALL' && startIds === null && text === null;

const toFacet = ({ facetValue, works }: FacetRow) => ({ value: facetValue, works });

@Resolver(() => WorkFacets)
export class WorkFacetsResolver {
  @Sized(() => YEARS)
  @Costs(() => FACET_COST)
  @FieldResolver(() => [YearCount], {
    description: 'Oldest first; years without works and works without a year are left out.',
  })
  years(@Root() set: WorkSet, @Ctx() context: Context): Promise<unknown> {
    return countBy(set, 'YEARS', MOST_YEARS, context).then((rows) =>
      rows.map(({ facetValue, works, citations }) => ({ year: facetValue, works, citations })),
    );
  }

  @Sized(() => MAX_PAGE)
  @Costs(() => FACET_COST)
  @FieldResolver(() => [Facet], { description: 'Kinds of publication, most works first, at most 100.' })
  async types(@Root() set: WorkSet, @Ctx() context: Context): Promise<unknown> {
    return (await countBy(set, 'TYPES', MAX_PAGE, context)).map(toFacet);
  }

  @Costs(() => FACET_COST)
  @FieldResolver(() => [Facet], { description: 'Where they appeared, most works first.' })
  async sources(@Root() set: WorkSet, @FirstArg() first: number | null, @Ctx() context: Context): Promise<unknown> {
    return (await countBy(set, 'SOURCES', pageSize(first, 10), context)).map(toFacet);
  }

  @Costs(() => FACET_COST)
  @FieldResolver(() => [TopicFacet], {
    description: 'What they are about, most works first; a work may count for several.',
  })
  async topics(
    @Root() set: WorkSet,
    @FirstArg() first: number | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const isNamed = selectedFields(info).below('topic').isWithin('id', 'name');
    const rows = await countBy(set, 'TOPICS', pageSize(first, 10), context);
    return rows.map(({ facetValue, name, works }) => ({
      works,
      get topic() {
        const id = String(facetValue);
        return isNamed ? { id, name } : context.loaders.topic.byId.existing(id);
      },
    }));
  }
}
