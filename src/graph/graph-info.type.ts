import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../core/date-time.js';

@ObjectType({ simpleResolvers: true, description: 'How much the graph holds.' })
export class GraphCounts {
  @Field(() => Int)
  researchers!: number;

  @Field(() => Int)
  works!: number;

  @Field(() => Int)
  topics!: number;

  @Field(() => Int)
  institutions!: number;

  @Field(() => Int)
  coauthorEdges!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A source that records were imported from.' })
export class SourceInfo {
  @Field()
  name!: string;

  @Field(() => Int, { description: 'Nodes with a record of this source.' })
  records!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastImportAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The graph itself.' })
export class GraphInfo {
  @Field({ description: 'A decimal integer that grows with every change of the scholarly graph.' })
  version!: string;

  @Field(() => GraphCounts)
  counts!: GraphCounts;

  @Field(() => [SourceInfo], { description: 'By name.' })
  sources!: SourceInfo[];

  @Field(() => Int, { description: 'Works with more authors than this derive no COAUTHOR edges.' })
  maxAuthors!: number;

  @Field({ description: 'Where `changes` stands now: what a mirror notes before it reads the lists.' })
  changesCursor!: string;
}
