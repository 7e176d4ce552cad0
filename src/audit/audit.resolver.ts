import { Args, ArgsType, Authorized, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { byTime, Page, pageArgs } from '../core/pagination.js';
import { MODERATOR } from '../core/viewer.js';
import { Volatile } from '../core/volatile.js';
import { NodeType } from '../graph/node.type.js';
import { findNode, locateIds } from '../graph/node-lookup.js';
import { Researcher } from '../researcher/researcher.type.js';
import { AuditConnection, AuditEntry } from './audit.type.js';

@ArgsType()
class AuditArgs extends pageArgs(25) {
  @Field(() => ID, {
    nullable: true,
    description: 'Only what was done to this record, also under ids that it had before.',
  })
  researcherId?: string | null;
}

const AUDIT = byTime('Query.auditLog');
/** The key of the one log that there is. */
const KEY = 'audit';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Authorized(MODERATOR)
  @Volatile()
  @Query(() => AuditConnection, { description: 'For moderators: who did what to which record, newest first.' })
  async auditLog(@Args(() => AuditArgs) args: AuditArgs, @Ctx() { loaders }: Context): Promise<unknown> {
    const page = args.params(AUDIT);
    const [researcher = null] = args.researcherId == null ? [] : await locateIds(loaders, [args.researcherId]);
    const rows = () => loaders.audit.list({ ...page, researcher }).load(KEY);
    return new Page(rows, page, AUDIT, async (row) => row);
  }

  @FieldResolver(() => Researcher, { nullable: true })
  researcher(@Root() { researcherId }: AuditEntry, @Ctx() { loaders }: Context): Promise<unknown> | null {
    return researcherId === null ? null : findNode(loaders, researcherId, NodeType.RESEARCHER);
  }
}
