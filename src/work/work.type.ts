import { Field, Int, ObjectType } from 'type-graphql';
import { Sized } from '../core/list-size.js';
import { Node } from '../graph/node.type.js';
import type { AuthorRow } from './listed-work.js';

/** An abstract weighs as much in an answer as so many short values. */
const ABSTRACT = 50;
/** Names that a byline is taken to have: of 28,497 works two had 5,103, the next 484. */
const BYLINE = 1_500;

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A publication: article, preprint, book, dataset and so on.',
})
export class Work extends Node {
  @Field({ description: 'As its authors wrote it, LaTeX kept; [Untitled] where the source has none.' })
  title!: string;

  @Field({ description: 'The title as plain text, which is what search reads.' })
  titleText!: string;

  @Field(() => String, { nullable: true, description: "The kind of publication in the source's words." })
  type!: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of publication.' })
  year!: number | null;

  @Field(() => String, { nullable: true, description: 'Day of publication, YYYY-MM-DD.' })
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it appeared: arXiv, a journal, a proceedings.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'The DOI alone, lower case.' })
  doi!: string | null;

  @Field(() => String, { nullable: true, description: 'The arXiv id without version.' })
  arxivId!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read for free.' })
  openAccessUrl!: string | null;

  @Sized(() => ABSTRACT)
  @Field(() => String, { nullable: true, description: 'As written by its authors, LaTeX kept.' })
  abstract!: string | null;

  @Sized(() => ABSTRACT)
  @Field(() => String, { nullable: true, description: 'The abstract as plain text.' })
  abstractText!: string | null;

  @Field(() => Int, {
    description: 'Citations as the source states them; citedBy lists the citing works that are in this graph.',
  })
  citationCount!: number;

  @Field({ description: 'True where the source says that it was withdrawn.' })
  retracted!: boolean;

  @Sized(() => BYLINE)
  @Field(() => [String], { description: 'Every name as printed, in order, also those that no record stands for.' })
  byline!: string[];
}

/** What parts/work.record says of a work. */
export interface WorkRecord extends Work {
  readonly __typename: 'Work';
  readonly unknown: string[] | null;
  readonly sources: string | null;
  /** Distinct institutions of the authorships, in order of appearance. */
  readonly institutionIds: string[];
  /** Lengths of its lists in this graph. */
  readonly authorsCount: number;
  readonly referencesCount: number;
  readonly citedByCount: number;
  /** In byline order; only where a list brought them along. */
  readonly firstAuthors?: readonly AuthorRow[];
}
