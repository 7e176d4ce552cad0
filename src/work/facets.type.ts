import { Field, Int, ObjectType } from 'type-graphql';
import { Topic } from '../topic/topic.type.js';

@ObjectType({ simpleResolvers: true, description: 'A value, and how many works of the list have it.' })
export class Facet {
  @Field()
  value!: string;

  @Field(() => Int)
  works!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A topic, and how many works of the list are about it.' })
export class TopicFacet {
  @Field(() => Topic, { simple: false })
  topic!: unknown;

  @Field(() => Int)
  works!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many works of a list have which value. A filter by that value has just as many works.',
})
export class WorkFacets {}
