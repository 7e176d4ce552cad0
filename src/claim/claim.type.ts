import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, edgeOf } from '../core/connection.type.js';
import { DateTimeScalar } from '../core/date-time.js';

/** What became of a claim. */
export enum ClaimState {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'What became of a claim.',
  valuesConfig: {
    PENDING: { description: 'A moderator will decide.' },
    APPROVED: { description: 'The record is theirs.' },
    REJECTED: { description: 'A moderator said no, or somebody else owns the record.' },
    WITHDRAWN: { description: 'Taken back, or the record was given up.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Who says that a record is theirs.' })
export class Claimant {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The ORCID iD that their login vouches for.' })
  orcid!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody says that a record is theirs. Only they and moderators see it.',
})
export class Claim {
  @Field(() => ID)
  id!: string;

  researcherId!: string;

  @Field(() => Claimant)
  claimant!: Claimant;

  @Field(() => ClaimState, { name: 'status', simple: false })
  state!: `${ClaimState}`;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who claims.' })
  evidence!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  reason!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided or taken back.' })
  decidedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A claim in a list.' })
export class ClaimEdge extends edgeOf(() => Claim) {}

@ObjectType({ simpleResolvers: true, description: 'Claims that wait for a moderator, oldest first.' })
export class ClaimConnection extends connectionOf(
  () => Claim,
  () => ClaimEdge,
) {}
