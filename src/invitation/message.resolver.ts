import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs, DEED_COST } from '../core/field-cost.js';
import { readText } from '../core/text.js';
import { requireViewer } from '../core/viewer.js';
import { Researcher } from '../researcher/researcher.type.js';
import { Message } from './invitation.type.js';
import { sendMessage } from './invitations.js';

/** Characters of a message. */
const TEXT = { most: 5_000, lines: true };

@Resolver(() => Message)
export class MessageResolver {
  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Message, {
    description:
      "Writes into the conversation of an accepted invitation, at most 5,000 characters. One's last text again within a minute is the same message, sent again.",
  })
  async sendMessage(
    @Arg('invitationId', () => ID) invitation: string,
    @Arg('body') body: string,
    @Ctx() context: Context,
  ): Promise<unknown> {
    const text = readText('body', body, TEXT);
    const id = await sendMessage(context, invitation, text);
    const account = requireViewer(context.viewer).id;
    return context.loaders.invitation.message({ account }).existing(id);
  }

  @FieldResolver(() => Researcher, { description: 'The record in whose name it was written.' })
  author(@Root() { authorId }: Message, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.researcher.byId.existing(authorId);
  }
}
