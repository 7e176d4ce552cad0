import { Field, Float, ObjectType } from 'type-graphql';
import { PageInfo } from '../core/pagination.js';
import { Node } from './node.type.js';

@ObjectType({ description: 'A match.' })
export class SearchEdge {
  @Field(() => Node)
  node!: unknown;

  @Field({ description: 'Place in the list: what `after` takes.' })
  cursor!: string;

  @Field(() => Float, { description: 'How well it matches; comparable within one search.' })
  score!: number;
}

@ObjectType({ description: 'Matches, best first.' })
export class SearchConnection {
  @Field(() => [SearchEdge])
  edges!: unknown[];

  @Field(() => [Node])
  nodes!: unknown[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
