import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../core/date-time.js';
import { Sized } from '../core/list-size.js';

/** What a moderator may decide about records of researchers. */
export enum CurationKind {
  MERGE = 'MERGE',
  SPLIT = 'SPLIT',
}
registerEnumType(CurationKind, {
  name: 'CurationKind',
  description: 'What a moderator decided.',
  valuesConfig: {
    MERGE: { description: 'Two records are one person.' },
    SPLIT: { description: 'One record is two people.' },
  },
});

/** Works that a price reckons with: a decision names all that it moved. */
const TYPICAL_WORKS = 100;

@ObjectType({
  simpleResolvers: true,
  description: "A moderator's decision about records of researchers. Later imports honour it.",
})
export class Curation {
  @Field(() => ID)
  id!: string;

  @Field(() => CurationKind)
  kind!: `${CurationKind}`;

  /** The name of who decided; what others than moderators see is up to the resolver. */
  by!: string;

  @Field(() => DateTimeScalar)
  at!: string;

  @Sized(() => 2)
  @Field(() => [ID], {
    description:
      'Of a merge the record that was kept, then the other; of a split the record that stayed, then the new one.',
  })
  researcherIds!: string[];

  @Sized(() => TYPICAL_WORKS)
  @Field(() => [ID], { description: 'The works that went from one record to the other.' })
  workIds!: string[];

  @Field({ description: 'Whether it was taken back.' })
  undone!: boolean;
}
