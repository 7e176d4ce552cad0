import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../core/connection.type.js';
import { Researcher } from '../researcher/researcher.type.js';
import { Topic } from '../topic/topic.type.js';
import { WorkFacets } from './facets.type.js';
import { Work } from './work.type.js';
import type { WorkSet } from './work-list.js';

@ObjectType({ simpleResolvers: true, description: 'A work in a list.' })
export class WorkEdge extends edgeOf(() => Work) {}

@ObjectType({ simpleResolvers: true, description: 'A list of works.' })
export class WorkConnection extends connectionOf(
  () => Work,
  () => WorkEdge,
) {
  @Field(() => WorkFacets, { nullable: true, description: 'Counts over the whole filtered list, not the page.' })
  facets!: WorkSet | null;
}

@ObjectType({ simpleResolvers: true, description: 'An author of a work.' })
export class AuthorEdge extends edgeOf(() => Researcher) {
  @Field(() => Int, { description: 'Place in the byline, from 1.' })
  position!: number;

  @Field({ description: 'The name as printed on this work.' })
  name!: string;

  @Field({ description: 'True for a corresponding author.' })
  corresponding!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'The authors of a work that records stand for, in byline order.' })
export class AuthorConnection extends connectionOf(
  () => Researcher,
  () => AuthorEdge,
) {}

@ObjectType({ simpleResolvers: true, description: 'A topic of a work.' })
export class WorkTopic {
  @Field(() => Topic, { simple: false })
  topic!: unknown;

  @Field(() => Float, { description: 'How well the topic fits, 0 to 1, as the source states it.' })
  score!: number;
}
