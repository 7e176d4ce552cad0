import { Field, ID, ObjectType } from 'type-graphql';
import { edgeOf, uncountedConnectionOf } from '../core/connection.type.js';
import { DateTimeScalar } from '../core/date-time.js';
import { Researcher } from '../researcher/researcher.type.js';
import { Work } from '../work/work.type.js';

@ObjectType({ simpleResolvers: true, description: 'Something new of a researcher whom the viewer follows.' })
export class FeedItem {
  @Field(() => ID)
  id!: string;

  @Field(() => Researcher, { simple: false, description: 'Who is followed.' })
  researcher!: unknown;

  @Field(() => Work, { simple: false })
  work!: unknown;

  @Field(() => Researcher, {
    simple: false,
    nullable: true,
    description: 'Set where the work is the first with this coauthor.',
  })
  coauthor!: unknown;

  @Field(() => DateTimeScalar, { description: 'When the work came into this graph.' })
  at!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Something new in a list.' })
export class FeedEdge extends edgeOf(() => FeedItem) {}

@ObjectType({ simpleResolvers: true, description: 'What is new of those whom the viewer follows, newest first.' })
export class FeedConnection extends uncountedConnectionOf(
  () => FeedItem,
  () => FeedEdge,
) {}
