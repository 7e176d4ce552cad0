import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { pageArgs } from '../core/pagination.js';
import { CHANGES, changesPage } from './changes.js';
import { ChangeConnection } from './changes.type.js';

const ChangesArgs = pageArgs(100);

@Resolver(() => ChangeConnection)
export class ChangesResolver {
  @Query(() => ChangeConnection, {
    description:
      'What changed in the graph since a cursor, oldest first, deletions as tombstones. A bulk import logs nothing: take graph.changesCursor, read the lists, then follow from that cursor. Without a cursor it starts at the oldest change that is kept; an error with the reason READ_ANEW says that a cursor is too old.',
  })
  changes(@Args(() => ChangesArgs) args: InstanceType<typeof ChangesArgs>, @Ctx() context: Context): Promise<unknown> {
    return changesPage(context, args.params(CHANGES));
  }
}
