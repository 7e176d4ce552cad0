import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ValueField } from '../core/filter-field.js';
import { pageArgs } from '../core/pagination.js';

@InputType({ description: 'Which institutions: all given rules must hold, null is not given.' })
export class InstitutionFilter {
  @ValueField('In the country of this two-letter code, in either case.')
  country?: string | null;

  @ValueField('Of this kind, as the source names it: education, company.')
  type?: string | null;

  @ValueField(
    'Words that the name or another name must match; the last may be the beginning of one. Spaces alone ask for nothing, signs alone match nothing.',
  )
  text?: string | null;
}

@ArgsType()
export class InstitutionListArgs extends pageArgs(25) {
  @Field(() => InstitutionFilter, { nullable: true, description: 'Only these institutions.' })
  @ValidateNested()
  filter?: InstitutionFilter | null;
}
