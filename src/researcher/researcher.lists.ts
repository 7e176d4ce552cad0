import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../core/connection.type.js';
import { Sized, within } from '../core/list-size.js';
import { MAX_PAGE } from '../core/pagination.js';
import { Institution } from '../institution/institution.type.js';
import { Topic } from '../topic/topic.type.js';
import { Researcher } from './researcher.type.js';

@ObjectType({ simpleResolvers: true, description: 'A time at an institution.' })
export class Affiliation {
  @Field(() => Institution, { simple: false })
  institution!: unknown;

  @Field(() => Int, { nullable: true, description: 'First year known.' })
  fromYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Latest year known.' })
  toYear!: number | null;

  @Field({ description: 'True for a present affiliation, as the source states it or the latest works show.' })
  current!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A researcher in a list.' })
export class ResearcherEdge extends edgeOf(() => Researcher) {}

@ObjectType({ simpleResolvers: true, description: 'A list of researchers.' })
export class ResearcherConnection extends connectionOf(
  () => Researcher,
  () => ResearcherEdge,
) {}

@ObjectType({ simpleResolvers: true, description: 'A topic that a researcher works on.' })
export class ResearcherTopicEdge extends edgeOf(() => Topic) {
  @Field(() => Int, { description: "The researcher's works about the topic." })
  works!: number;

  @Field(() => Float, { description: "works over all of the researcher's works, 0 to 1; shares may sum above 1." })
  share!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The topics of a researcher, most works first.' })
export class ResearcherTopicConnection extends connectionOf(
  () => Topic,
  () => ResearcherTopicEdge,
) {}

@ObjectType({ simpleResolvers: true, description: 'A coauthor and the joint work.' })
export class CollaboratorEdge extends edgeOf(() => Researcher) {
  @Field(() => Int, { description: 'Joint works, all years.' })
  works!: number;

  @Field(() => Float, {
    description:
      'Sum over the joint works of 1/(names on the byline - 1): a paper of two weighs more than one of ninety.',
  })
  strength!: number;

  @Field(() => Int, { nullable: true, description: 'Year of the first joint work.' })
  firstYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Year of the latest joint work.' })
  lastYear!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The coauthors of a researcher: most joint works first, then the latest joint work, then id.',
})
export class CollaboratorConnection extends connectionOf(
  () => Researcher,
  () => CollaboratorEdge,
) {}

@ObjectType({ simpleResolvers: true, description: 'The collaborators of one of the researchers asked for.' })
export class CollaboratorList {
  @Field(() => Researcher, { simple: false })
  researcher!: unknown;

  @Field(() => Int, { simple: false, description: 'How many pass the filter.' })
  totalCount!: unknown;

  @Sized(({ first }) => within(0, MAX_PAGE, Number(first)))
  @Field(() => [CollaboratorEdge], { simple: false })
  collaborators!: unknown[];
}
