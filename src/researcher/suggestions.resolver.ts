import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs } from '../core/field-cost.js';
import { pageSize } from '../core/pagination.js';
import { Volatile } from '../core/volatile.js';
import { drawHeadline } from './headline.js';
import { Researcher, type ResearcherRecord } from './researcher.type.js';
import { reasonOf, SUGGESTION_BOUNDS } from './suggestions.js';
import { CollaboratorSuggestion } from './suggestions.type.js';

/** Some thousand candidates are weighed, in requests. */
const SUGGESTIONS_COST = 10;

@Resolver(() => Researcher)
export class SuggestionsResolver {
  @Costs(() => SUGGESTIONS_COST)
  @FieldResolver(() => [CollaboratorSuggestion], {
    nullable: true,
    description:
      'People not yet coauthors with whom the researcher may work well, best first: those who share collaborators or topics.',
  })
  async suggestedCollaborators(
    @Root() root: Researcher,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 0 to 100.' }) first:
      | number
      | null,
    @Ctx() { loaders }: Context,
  ): Promise<unknown[]> {
    const limit = pageSize(first, 10);
    const rows = await loaders.researcher.suggestions({ ...SUGGESTION_BOUNDS, limit }).load(root.id);
    return rows.map((row) => ({
      score: row.score,
      sharedCollaborators: row.sharedCollaborators,
      reason: reasonOf(row),
      get researcher() {
        return loaders.researcher.byId.existing(row.id);
      },
      get sharedTopics() {
        return Promise.all(row.topics.map(([id]) => loaders.topic.byId.existing(id)));
      },
    }));
  }
}

@Resolver(() => Researcher)
export class HeadlineResolver {
  @Volatile()
  @FieldResolver(() => String, {
    description:
      "One sentence: the owner's own words, else drawn from the main topics and the works in this graph; never empty.",
  })
  async headline(@Root() root: ResearcherRecord, @Ctx() { loaders }: Context): Promise<string> {
    if (root.ownHeadline !== null) return root.ownHeadline;
    const facts = await loaders.researcher.headline.load(root.id);
    return drawHeadline(facts ?? { topics: [], work: null }, root.stats);
  }
}
