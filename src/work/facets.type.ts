import { Field, Int, ObjectType } from 'type-graphql';
import { Topic } from '../topic/topic.type.js';

@ObjectType({ description: 'A value, and how many works of the list have it.' })
export class Facet {
  @Field()
  value!: string;

  @Field(() => Int)
  works!: number;
}

@ObjectType({ description: 'A topic, and how many works of the list are about it.' })
export class TopicFacet {
  @Field(() => Topic)
  topic!: unknown;

  @Field(() => Int)
  works!: number;
}

@ObjectType({
  description: 'How many works of a list have which value. A filter by that value has just as many works.',
})
export class WorkFacets {}
