import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../core/connection.type.js';
import { Researcher } from '../researcher/researcher.type.js';
import { Topic } from './topic.type.js';

@ObjectType({ simpleResolvers: true, description: 'A researcher who works on a topic.' })
export class TopicResearcherEdge extends edgeOf(() => Researcher) {
  @Field(() => Int, { description: "The researcher's works about the topic." })
  works!: number;

  @Field(() => Float, { description: "works over all of the researcher's works, 0 to 1; shares may sum above 1." })
  share!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The researchers of a topic, most works about it first.' })
export class TopicResearcherConnection extends connectionOf(
  () => Researcher,
  () => TopicResearcherEdge,
) {}

@ObjectType({ simpleResolvers: true, description: 'A topic in a list.' })
export class TopicEdge extends edgeOf(() => Topic) {}

@ObjectType({ simpleResolvers: true, description: 'A list of topics.' })
export class TopicConnection extends connectionOf(
  () => Topic,
  () => TopicEdge,
) {}
