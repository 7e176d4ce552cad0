import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Sized } from '../core/list-size.js';

/** What a score amounts to in one word. */
export enum TrustBand {
  UNKNOWN = 'UNKNOWN',
  EMERGING = 'EMERGING',
  ESTABLISHED = 'ESTABLISHED',
  TRUSTED = 'TRUSTED',
}
registerEnumType(TrustBand, {
  name: 'TrustBand',
  description: 'What a score amounts to in one word.',
  valuesConfig: {
    UNKNOWN: { description: 'Below 20.' },
    EMERGING: { description: '20 to 49.' },
    ESTABLISHED: { description: '50 to 79.' },
    TRUSTED: { description: '80 and above: only with an owner, and with works that are one person’s.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A part of the score.' })
export class TrustComponent {
  @Field({ description: 'What is looked at.' })
  name!: string;

  @Field(() => Int, { description: 'Between 0 and the maximum.' })
  points!: number;

  @Field(() => Int, { description: 'The maxima of all components sum to 100.' })
  maximum!: number;

  @Field({ description: 'Why these points, with the figures they are made of.' })
  explanation!: string;
}

/** How many components the formula has. */
const COMPONENTS = 5;

@ObjectType({
  simpleResolvers: true,
  description: 'How far a record may be relied on. Nothing is hidden: the score is the sum of the components.',
})
export class TrustSnapshot {
  @Field(() => Int, { description: "0 to 100: the sum of the components' points." })
  score!: number;

  @Field(() => TrustBand)
  band!: TrustBand;

  @Sized(() => COMPONENTS)
  @Field(() => [TrustComponent], { description: 'Always all of them, in the same order.' })
  components!: TrustComponent[];

  @Field({ description: 'Name and version of the formula, as docs/trust.md describes it: trust/1.' })
  formula!: string;
}
