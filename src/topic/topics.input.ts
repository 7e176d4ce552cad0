import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ValueField } from '../core/filter-field.js';
import { pageArgs } from '../core/pagination.js';

@InputType({ description: 'Which topics: all given rules must hold, null is not given.' })
export class TopicFilter {
  @ValueField('Of this subfield.')
  subfield?: string | null;

  @ValueField('Of this field.')
  field?: string | null;

  @ValueField('Of this domain.')
  domain?: string | null;

  @ValueField(
    'Words that the name or description must match; the last may be the beginning of one. Spaces alone ask for nothing, signs alone match nothing.',
  )
  text?: string | null;
}

@ArgsType()
export class TopicListArgs extends pageArgs(25) {
  @Field(() => TopicFilter, { nullable: true, description: 'Only these topics.' })
  @ValidateNested()
  filter?: TopicFilter | null;
}
