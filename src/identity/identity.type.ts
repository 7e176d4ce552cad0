import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Sized } from '../core/list-size.js';
import { MOST_WORKS } from './identity.js';

/** What prices reckon with: most records are small, and of one group. */
const TYPICAL = { groups: 5, works: 100, reasons: 5, years: 30 } as const;

@ObjectType({ simpleResolvers: true, description: 'Works of one record that hang together.' })
export class IdentityGroup {
  /** The record's id. */
  researcherId!: string;

  @Sized(() => TYPICAL.works)
  @Field(() => [ID], { description: 'Every work of the group: what splitResearcher takes.' })
  workIds!: readonly string[];

  @Sized(() => TYPICAL.years)
  @Field(() => [Int], { description: 'Years of its works, each once, ascending.' })
  years!: readonly number[];

  @Field(() => Float, {
    description: "That the group is another person than the record's largest group, 0 to 1: 0 for the largest.",
  })
  confidence!: number;

  @Sized(() => TYPICAL.reasons)
  @Field(() => [String], { description: 'In plain words: what holds it together, or sets it apart.' })
  reasons!: readonly string[];

  /** Ids of its topics and coauthors, those of most works first. */
  topicIds!: readonly string[];
  collaboratorIds!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'Whether a record looks like one person.' })
export class IdentityReport {
  @Field(() => Boolean, {
    nullable: true,
    description: `False where it probably mixes people; null where there is too little to tell, or more than ${MOST_WORKS} works.`,
  })
  consistent!: boolean | null;

  @Sized(() => TYPICAL.groups)
  @Field(() => [IdentityGroup], { description: 'The largest first.' })
  groups!: readonly IdentityGroup[];

  @Field({ description: 'The verdict in one sentence.' })
  explanation!: string;
}
