import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Topic } from '../topic/topic.type.js';
import { Researcher } from './researcher.type.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Someone with whom a researcher has not written yet, and why they may work well together.',
})
export class CollaboratorSuggestion {
  @Field(() => Researcher, { simple: false })
  researcher!: unknown;

  @Field(() => Float, {
    description:
      'Sum over shared collaborators of 1/ln(their collaborators) (Adamic and Adar 2003), plus the overlap of topics: for each shared topic the smaller of the two shares of works.',
  })
  score!: number;

  @Field(() => Int, {
    description:
      "How many of the researcher's 100 closest collaborators they share; those with more than 500 collaborators are not counted.",
  })
  sharedCollaborators!: number;

  @Field(() => [Topic], {
    simple: false,
    description: "Those of the researcher's 10 main topics that both work on, those that weigh most first.",
  })
  sharedTopics!: unknown[];

  @Field({ description: 'The reasons in words.' })
  reason!: string;
}
