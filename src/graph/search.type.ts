import { Field, Float, ObjectType } from 'type-graphql';
import { PageInfo } from '../core/connection.type.js';
import { Node, type NodeRecord } from './node.type.js';
import type { Marker } from './search-highlight.js';

@ObjectType({ simpleResolvers: true, description: 'A match.' })
export class SearchEdge {
  @Field(() => Node, { simple: false })
  node!: Promise<NodeRecord | null>;

  @Field({ description: 'Place in the list: what `after` takes.' })
  cursor!: string;

  @Field(() => Float, {
    description:
      'Whole part: 3 the node identified, 2 an exact name or title, 1 words of a name or title, 0 words of other texts. The fraction grows with how well known it is. Comparable across searches.',
  })
  score!: number;

  /** Finds the words to mark. */
  marker!: Marker;
}

@ObjectType({ simpleResolvers: true, description: 'Matches, best first.' })
export class SearchConnection {
  @Field(() => [SearchEdge], { simple: false })
  edges!: unknown[];

  @Field(() => [Node], { simple: false })
  nodes!: unknown[];

  @Field(() => PageInfo, { simple: false })
  pageInfo!: PageInfo;
}
