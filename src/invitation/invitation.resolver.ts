import { Arg, Args, ArgsType, Authorized, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { ViewerProfile } from '../account/viewer.type.js';
import type { Context } from '../context.js';
import { Costs, DEED_COST } from '../core/field-cost.js';
import { byTime, Page, pageArgs } from '../core/pagination.js';
import { readText } from '../core/text.js';
import { requireViewer } from '../core/viewer.js';
import { Volatile } from '../core/volatile.js';
import { Researcher } from '../researcher/researcher.type.js';
import { researcherId } from '../researcher/researcher-id.js';
import {
  Invitation,
  InvitationBox,
  InvitationConnection,
  InvitationStatus,
  MessageConnection,
} from './invitation.type.js';
import { invite, respond, withdraw } from './invitations.js';
import { blocked } from './standing.js';

/** Characters of an invitation. */
const TEXT = { most: 2_000, lines: true };

@ArgsType()
class BoxArgs extends pageArgs(25) {
  @Field(() => InvitationBox, { nullable: true, defaultValue: InvitationBox.RECEIVED })
  box?: InvitationBox | null;

  @Field(() => InvitationStatus, { nullable: true, description: 'Only these.' })
  status?: InvitationStatus | null;
}
const ConversationArgs = pageArgs(50);
const CONVERSATION = byTime('Invitation.conversation');

@Resolver(() => Invitation)
export class InvitationResolver {
  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Invitation, {
    description:
      'Invites the owner of a record, in the name of the one that the caller owns. At most one invitation is pending between two people; the same one again is given back.',
  })
  async inviteToCollaborate(
    @Arg('researcherId', () => ID) id: string,
    @Arg('message', { description: 'At most 2,000 characters.' }) message: string,
    @Ctx() context: Context,
  ): Promise<unknown> {
    const text = readText('message', message, TEXT);
    return load(context, await invite(context, await researcherId(context, id), text));
  }

  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Invitation, { description: 'Accepts or declines an invitation that the caller received.' })
  async respondToInvitation(
    @Arg('invitationId', () => ID) id: string,
    @Arg('accept') accept: boolean,
    @Ctx() context: Context,
  ): Promise<unknown> {
    return load(context, await respond(context, id, accept));
  }

  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Invitation, { description: 'Takes an invitation back that the caller sent and nobody answered.' })
  async withdrawInvitation(@Arg('invitationId', () => ID) id: string, @Ctx() context: Context): Promise<unknown> {
    return load(context, await withdraw(context, id));
  }

  @FieldResolver(() => Researcher, { description: 'The record in whose name it was sent.' })
  from(@Root() { fromId }: Invitation, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.researcher.byId.existing(fromId);
  }

  @FieldResolver(() => Researcher, { description: 'The record whose owner was invited.' })
  to(@Root() { toId }: Invitation, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.researcher.byId.existing(toId);
  }

  @FieldResolver(() => MessageConnection, { description: 'What the two wrote, oldest first.' })
  conversation(
    @Root() { id }: Invitation,
    @Args(() => ConversationArgs) args: InstanceType<typeof ConversationArgs>,
    @Ctx() { loaders, viewer }: Context,
  ): unknown {
    const page = args.params(CONVERSATION);
    const account = requireViewer(viewer).id;
    return new Page(
      () => loaders.invitation.messages({ ...page, account }).load(id),
      page,
      CONVERSATION,
      async (m) => m,
    );
  }
}

/** An invitation of whoever asks. */
const load = ({ loaders, viewer }: Context, id: string): Promise<Invitation> =>
  loaders.invitation.byId({ account: requireViewer(viewer).id }).existing(id);

@Resolver(() => ViewerProfile)
export class ViewerInvitationsResolver {
  @FieldResolver(() => InvitationConnection, { description: 'Newest first.' })
  invitations(@Root() { id }: ViewerProfile, @Args(() => BoxArgs) args: BoxArgs, @Ctx() context: Context): unknown {
    const { box, status } = { box: args.box ?? InvitationBox.RECEIVED, status: args.status ?? null };
    const order = byTime(`Viewer.invitations ${box} ${status}`);
    const page = args.params(order);
    const rows = () => context.loaders.invitation.list({ ...page, box, status }).load(id);
    return new Page(rows, page, order, (row) => load(context, row.id));
  }
}

const NOBODY = 'Log in, and claim your own record, to invite somebody.';

@Resolver(() => Researcher)
export class ResearcherInvitationResolver {
  @Volatile()
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may invite the owner of this record now.' })
  async viewerCanInvite(@Root() { id }: Researcher, @Ctx() context: Context): Promise<boolean> {
    return (await reasonOf(context, id)) === null;
  }

  @Volatile()
  @FieldResolver(() => String, { nullable: true, description: 'Why not, where viewerCanInvite is false.' })
  inviteBlockedReason(@Root() { id }: Researcher, @Ctx() context: Context): Promise<string | null> {
    return reasonOf(context, id);
  }
}

async function reasonOf({ loaders, viewer }: Context, id: string): Promise<string | null> {
  if (viewer === null) return NOBODY;
  return blocked(await loaders.invitation.standing({ account: viewer.id }).existing(id))?.reason ?? null;
}
