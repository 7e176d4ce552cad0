import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { FlagField, IdsField, NumberField, ValueField } from '../core/filter-field.js';
import { OrderDirection } from '../core/order-direction.js';
import { pageArgs } from '../core/pagination.js';
import { ClaimStatus } from './claim-status.js';

const MOST_WORKS = 1_000_000;

@InputType({
  description:
    'Which researchers. All given rules must hold; of the values in one list, any. An empty list holds for nobody, null is not given. Ids are identifiers of any kind.',
})
export class ResearcherFilter {
  @IdsField('With a work about any of these topics.')
  topicIds?: string[] | null;

  @IdsField('Affiliated with any of these institutions, now or before.')
  institutionIds?: string[] | null;

  @NumberField('With this many works or more.', MOST_WORKS)
  minWorks?: number | null;

  @Field(() => ClaimStatus, { nullable: true, description: 'Whose owner has come forward, or not.' })
  claimStatus?: ClaimStatus | null;

  @FlagField('Who are open to collaboration, or who said that they are not.')
  openToCollaborate?: boolean | null;

  @FlagField(
    'Whose works look like those of one person, or of several. Where there is too little to tell, neither holds.',
  )
  consistent?: boolean | null;

  @ValueField(
    'Words that the name or another name must match; the last may be the beginning of one. Spaces alone ask for nothing, signs alone match nothing.',
  )
  text?: string | null;
}

export enum ResearcherOrderField {
  WORKS = 'WORKS',
  CITATIONS = 'CITATIONS',
  NAME = 'NAME',
}
registerEnumType(ResearcherOrderField, {
  name: 'ResearcherOrderField',
  description: 'What researchers are ordered by; the id decides at last, ascending.',
  valuesConfig: {
    WORKS: { description: 'Number of works.' },
    CITATIONS: { description: 'Citations of all works.' },
    NAME: { description: 'Letters and digits of the name, accents folded.' },
  },
});

@InputType({ description: 'The order of a list of researchers.' })
export class ResearcherOrder {
  @Field(() => ResearcherOrderField)
  by!: ResearcherOrderField;

  @Field(() => OrderDirection)
  direction!: OrderDirection;
}

@ArgsType()
export class ResearcherListArgs extends pageArgs(25) {
  @Field(() => ResearcherFilter, { nullable: true, description: 'Only these researchers.' })
  @ValidateNested()
  filter?: ResearcherFilter | null;

  @Field(() => ResearcherOrder, { nullable: true, description: 'Most works first where nothing is asked.' })
  orderBy?: ResearcherOrder | null;
}
