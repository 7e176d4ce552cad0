import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../graph/node.type.js';

@ObjectType({ simpleResolvers: true, implements: Node, description: 'A subject that works are about.' })
export class Topic extends Node {
  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'The subfield that it belongs to.' })
  subfield!: string | null;

  @Field(() => String, { nullable: true, description: 'The field that its subfield belongs to.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'The domain that its field belongs to.' })
  domain!: string | null;

  @Field(() => Int, { description: 'Works about it in this graph: equals works.totalCount.' })
  worksCount!: number;
}

/** What `topic.by-id` returns. */
export interface TopicRecord extends Topic {
  readonly __typename: 'Topic';
  readonly unknown: string[] | null;
  readonly sources: string | null;
}
