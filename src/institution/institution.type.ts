import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../graph/node.type.js';

@ObjectType({ simpleResolvers: true, implements: Node, description: 'A university, company, laboratory or the like.' })
export class Institution extends Node {
  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'The ROR key alone: 01bzgdw81.' })
  ror!: string | null;

  @Field(() => String, { nullable: true, description: 'Two-letter country code, ISO 3166-1.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: "The kind of institution in the source's words." })
  type!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its web page.' })
  homepage!: string | null;

  @Field(() => Int, { description: 'Works produced there in this graph: equals works.totalCount.' })
  worksCount!: number;
}

/** What `institution.by-id` returns. */
export interface InstitutionRecord extends Institution {
  readonly __typename: 'Institution';
  readonly unknown: string[] | null;
  readonly sources: string | null;
  readonly otherNames: string[] | null;
}
