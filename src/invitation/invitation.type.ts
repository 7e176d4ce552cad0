import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { edgeOf, uncountedConnectionOf } from '../core/connection.type.js';
import { DateTimeScalar } from '../core/date-time.js';

/** Which invitations. */
export enum InvitationBox {
  RECEIVED = 'RECEIVED',
  SENT = 'SENT',
}
registerEnumType(InvitationBox, { name: 'InvitationBox', description: 'Which invitations: those got, or those sent.' });

/** What became of an invitation. */
export enum InvitationStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(InvitationStatus, {
  name: 'InvitationStatus',
  description: 'What became of an invitation.',
  valuesConfig: {
    PENDING: { description: 'Not answered yet.' },
    ACCEPTED: { description: 'Both may write.' },
    DECLINED: { description: 'The other said no.' },
    WITHDRAWN: { description: 'Who sent it took it back.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'A message in a conversation. Text as it was written: to be escaped where it is shown.',
})
export class Message {
  @Field(() => ID)
  id!: string;

  authorId!: string;

  @Field()
  body!: string;

  @Field(() => DateTimeScalar)
  sentAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A message in a list.' })
export class MessageEdge extends edgeOf(() => Message) {}

@ObjectType({ simpleResolvers: true, description: 'The messages of a conversation, oldest first.' })
export class MessageConnection extends uncountedConnectionOf(
  () => Message,
  () => MessageEdge,
) {}

@ObjectType({
  simpleResolvers: true,
  description: 'An invitation to collaborate. Only the two whom it concerns see it.',
})
export class Invitation {
  @Field(() => ID)
  id!: string;

  fromId!: string;

  toId!: string;

  @Field({ description: 'Text as it was written: to be escaped where it is shown.' })
  message!: string;

  @Field(() => InvitationStatus)
  status!: `${InvitationStatus}`;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered or withdrawn.' })
  decidedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An invitation in a list.' })
export class InvitationEdge extends edgeOf(() => Invitation) {}

@ObjectType({ simpleResolvers: true, description: 'Invitations, newest first.' })
export class InvitationConnection extends uncountedConnectionOf(
  () => Invitation,
  () => InvitationEdge,
) {}
