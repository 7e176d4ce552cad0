import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Sized } from '../core/list-size.js';

/** How well it is known that a record stands for a person; a higher level includes what the lower ones say. */
export enum VerificationLevel {
  L0 = 'L0',
  L1 = 'L1',
  L2 = 'L2',
  L3 = 'L3',
  L4 = 'L4',
}
registerEnumType(VerificationLevel, {
  name: 'VerificationLevel',
  description: 'How well it is known that a record stands for a person.',
  valuesConfig: {
    L0: { description: 'A bare name on a byline.' },
    L1: { description: 'A record in a public source.' },
    L2: { description: 'An ORCID iD on the record.' },
    L3: { description: 'Claimed by its owner and verified.' },
    L4: { description: 'As L3, and an institution itself asserted the employment in the ORCID record.' },
  },
});

/** The most reasons that a level has. */
const REASONS = 4;

@ObjectType({ simpleResolvers: true, description: 'How well it is known that a record stands for a person, and why.' })
export class Verification {
  @Field(() => VerificationLevel)
  level!: VerificationLevel;

  @Sized(() => REASONS)
  @Field(() => [String], { description: 'What the level rests on, in words; never empty.' })
  reasons!: string[];

  @Field(() => String, { nullable: true, description: 'What would raise the level; null at L4.' })
  next!: string | null;
}
