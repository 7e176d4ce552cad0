import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { byWorks, Page } from '../core/pagination.js';
import { graphCounts } from '../graph/graph-counts.js';
import { filterQuery } from '../graph/search.js';
import { InstitutionConnection } from './institution.lists.js';
import { InstitutionListArgs } from './institutions.input.js';

const INSTITUTIONS = byWorks('Query.institutions');
/** The key of the one list that there is. */
const KEY = 'institutions';

@Resolver(() => InstitutionConnection)
export class InstitutionsResolver {
  @Query(() => InstitutionConnection, {
    description: 'All institutions, or those that pass the filter, most works first.',
  })
  institutions(@Args(() => InstitutionListArgs) args: InstitutionListArgs, @Ctx() context: Context) {
    const { loaders } = context;
    const page = args.params(INSTITUTIONS);
    const filter = args.filter ?? {};
    const set = {
      country: filter.country?.toUpperCase() ?? null,
      type: filter.type ?? null,
      text: filterQuery(filter.text),
    };
    const isFiltered = Object.values(set).some((rule) => rule !== null);
    const params = { set, ...page };
    const rows = () =>
      (set.text === null ? loaders.institution.all(params) : loaders.institution.list(params)).load(KEY);
    const count = async () =>
      isFiltered
        ? ((await loaders.institution.count({ set }).load(KEY)) ?? 0)
        : (await graphCounts(context)).institutions;
    return new Page(rows, page, INSTITUTIONS, ({ id }) => loaders.institution.byId.existing(id), count);
  }
}
