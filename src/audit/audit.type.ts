import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { edgeOf, uncountedConnectionOf } from '../core/connection.type.js';
import { DateTimeScalar } from '../core/date-time.js';
import { Researcher } from '../researcher/researcher.type.js';

/** What people do here. */
export enum Action {
  FOLLOW = 'FOLLOW',
  UNFOLLOW = 'UNFOLLOW',
  CLAIM = 'CLAIM',
  WITHDRAW_CLAIM = 'WITHDRAW_CLAIM',
  APPROVE_CLAIM = 'APPROVE_CLAIM',
  REJECT_CLAIM = 'REJECT_CLAIM',
  UPDATE_PROFILE = 'UPDATE_PROFILE',
  INVITE = 'INVITE',
  ACCEPT_INVITATION = 'ACCEPT_INVITATION',
  DECLINE_INVITATION = 'DECLINE_INVITATION',
  WITHDRAW_INVITATION = 'WITHDRAW_INVITATION',
  SEND_MESSAGE = 'SEND_MESSAGE',
  MERGE = 'MERGE',
  SPLIT = 'SPLIT',
  UNDO_CURATION = 'UNDO_CURATION',
  DELETE_ACCOUNT = 'DELETE_ACCOUNT',
}
registerEnumType(Action, { name: 'AuditAction', description: 'What somebody did.' });

@ObjectType({
  simpleResolvers: true,
  description: 'Who did what to which record, and when. What was written is not in it.',
})
export class AuditEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: string;

  @Field(() => Action)
  action!: `${Action}`;

  @Field(() => ID, {
    nullable: true,
    description: 'Key of the account that did it; null where it was done in the shell.',
  })
  accountId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that it had; null once the account was deleted.' })
  name!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record as it was called then.' })
  researcherId!: string | null;

  @Field(() => Researcher, {
    simple: false,
    nullable: true,
    description: 'The record as it is now; null where it is gone.',
  })
  researcher!: unknown;

  @Field(() => ID, { nullable: true, description: 'The claim, invitation or curation.' })
  subject!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An entry of the audit log.' })
export class AuditEdge extends edgeOf(() => AuditEntry) {}

@ObjectType({ simpleResolvers: true, description: 'What people did, newest first.' })
export class AuditConnection extends uncountedConnectionOf(
  () => AuditEntry,
  () => AuditEdge,
) {}
