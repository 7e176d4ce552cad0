import { invitationLoaders } from './invitation.loaders.js';
import { InvitationResolver, ResearcherInvitationResolver, ViewerInvitationsResolver } from './invitation.resolver.js';
import { Invitation } from './invitation.type.js';
import { MessageResolver } from './message.resolver.js';

export const invitation = {
  loaders: invitationLoaders,
  resolvers: [InvitationResolver, MessageResolver, ViewerInvitationsResolver, ResearcherInvitationResolver],
  types: [Invitation],
} as const;
