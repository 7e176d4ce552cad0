import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../core/date-time.js';

@ObjectType({ simpleResolvers: true, description: 'What a request costs its caller, and what the caller has left.' })
export class RateLimit {
  @Field(() => Int, { description: 'Points of this request.' })
  cost!: number;

  @Field(() => Int, {
    description: 'Nodes that this request may touch; a list without a page size is taken to be of a usual length.',
  })
  nodeCount!: number;

  @Field(() => Int, { description: 'Points of a minute.' })
  limit!: number;

  @Field(() => Int, { description: 'Points left in this minute, this request paid.' })
  remaining!: number;

  @Field(() => DateTimeScalar, { description: 'When all points are there again.' })
  resetAt!: string;
}
