import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { FlagField, IdsField, NumberField, ValueField, ValuesField } from '../core/filter-field.js';
import { OrderDirection } from '../core/order-direction.js';
import { pageArgs } from '../core/pagination.js';

const MAX_YEAR = 9_999;
const MAX_INT = 2_147_483_647;

@InputType({
  description:
    'Which works. All given rules must hold; of the values in one list, any. An empty list holds for nothing, null is not given. Ids are identifiers of any kind.',
})
export class WorkFilter {
  @NumberField('Of this year or later.', MAX_YEAR)
  yearFrom?: number | null;

  @NumberField('Of this year or earlier.', MAX_YEAR)
  yearTo?: number | null;

  @ValuesField('Of these types, as `facets.types` names them.')
  types?: string[] | null;

  @ValuesField('That appeared here, as `facets.sources` names it.')
  sources?: string[] | null;

  @IdsField('About any of these topics.')
  topicIds?: string[] | null;

  @IdsField('By any of these authors.')
  authorIds?: string[] | null;

  @IdsField('From any of these institutions.')
  institutionIds?: string[] | null;

  @IdsField('By all of these authors together.')
  allAuthorIds?: string[] | null;

  @NumberField('With this `citationCount` or more.', MAX_INT)
  minCitations?: number | null;

  @FlagField('With an `openAccessUrl`, or without one.')
  openAccess?: boolean | null;

  @FlagField('Retracted, or not.')
  retracted?: boolean | null;

  @ValueField(
    'Words that the title or abstract must match; the last may be the beginning of one. Spaces alone ask for nothing, signs alone match nothing.',
  )
  text?: string | null;
}

export enum WorkOrderField {
  YEAR = 'YEAR',
  CITATIONS = 'CITATIONS',
  TITLE = 'TITLE',
}
registerEnumType(WorkOrderField, {
  name: 'WorkOrderField',
  description: 'What works are ordered by; the id decides at last, ascending.',
  valuesConfig: {
    YEAR: { description: 'The year, then the citations. Works without a year come last.' },
    CITATIONS: { description: 'citationCount, then the year.' },
    TITLE: { description: 'Letters and digits of the title, accents folded.' },
  },
});

@InputType({ description: 'The order of a list of works.' })
export class WorkOrder {
  @Field(() => WorkOrderField)
  by!: WorkOrderField;

  @Field(() => OrderDirection)
  direction!: OrderDirection;
}

@ArgsType()
export class WorkListArgs extends pageArgs(25) {
  @Field(() => WorkFilter, { nullable: true, description: 'Only these works.' })
  @ValidateNested()
  filter?: WorkFilter | null;

  @Field(() => WorkOrder, { nullable: true, description: 'Most cited first where nothing is asked.' })
  orderBy?: WorkOrder | null;
}
