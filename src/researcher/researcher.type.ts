import { Field, Int, ObjectType } from 'type-graphql';
import { Sized } from '../core/list-size.js';
import { Volatile } from '../core/volatile.js';
import { Node } from '../graph/node.type.js';
import { ClaimStatus } from './claim-status.js';

@ObjectType({ simpleResolvers: true, description: 'Figures counted over the works in this graph.' })
export class ResearcherStats {
  @Field(() => Int, { description: 'Equals works.totalCount.' })
  works!: number;

  @Field(() => Int, { description: "Sum of the works' citationCount." })
  citations!: number;

  @Field(() => Int, {
    description: 'The largest h such that h works have a citationCount of at least h (Hirsch 2005).',
  })
  hIndex!: number;

  @Volatile()
  @Field(() => Int, { description: 'People who follow this researcher here.' })
  followers!: number;

  @Field(() => Int, { description: 'Equals topics.totalCount.' })
  topics!: number;

  @Field(() => Int, { description: 'Equals collaborators.totalCount.' })
  collaborators!: number;

  @Field(() => Int, { description: 'Collaborators with two joint works or more.' })
  closeCollaborators!: number;

  @Field(() => Int, { nullable: true, description: 'Year of the earliest dated work.' })
  firstYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Year of the latest dated work.' })
  lastYear!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'The works of one year.' })
export class YearCount {
  @Field(() => Int)
  year!: number;

  @Field(() => Int, { description: 'How many works appeared.' })
  works!: number;

  @Field(() => Int, { description: 'Sum of their citationCount.' })
  citations!: number;
}

/** Names that a record is taken to have: of 2,068 one in a thousand has more, 94 at most. */
const OTHER_NAMES = 50;

@ObjectType({ simpleResolvers: true, implements: Node, description: 'A record of a person who writes works.' })
export class Researcher extends Node {
  @Field({ description: 'The name that the source prefers.' })
  name!: string;

  @Sized(() => OTHER_NAMES)
  @Field(() => [String], { description: 'Other spellings that the source knows.' })
  otherNames!: string[];

  @Field(() => String, { nullable: true, description: 'The ORCID iD alone, without URL: 0000-0002-1825-0097.' })
  orcid!: string | null;

  @Volatile()
  @Field(() => ClaimStatus, { description: 'Whether its owner has come forward.' })
  claimStatus!: ClaimStatus;

  @Volatile()
  @Field({ description: 'True until the owner says otherwise; an invitation still needs a claimed record.' })
  openToCollaborate!: boolean;

  @Field(() => ResearcherStats)
  stats!: ResearcherStats;
}

/** What `researcher.by-id` returns. */
export interface ResearcherRecord extends Researcher {
  readonly __typename: 'Researcher';
  /** The owner's own words, while the record is claimed. */
  readonly ownHeadline: string | null;
  readonly unknown: string[] | null;
  readonly sources: string | null;
}
