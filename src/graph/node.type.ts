import { Field, ID, InterfaceType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../core/date-time.js';

/** The four kinds of graph node. */
export enum NodeType {
  RESEARCHER = 'RESEARCHER',
  WORK = 'WORK',
  TOPIC = 'TOPIC',
  INSTITUTION = 'INSTITUTION',
}
registerEnumType(NodeType, { name: 'NodeType', description: 'The four kinds of graph node.' });

/** The GraphQL type that stands for each kind. */
export const typeNames = {
  RESEARCHER: 'Researcher',
  WORK: 'Work',
  TOPIC: 'Topic',
  INSTITUTION: 'Institution',
} as const satisfies Record<NodeType, string>;

/** What every by-id statement returns at least. */
export interface NodeRecord {
  readonly __typename: (typeof typeNames)[NodeType];
  readonly id: string;
  readonly updatedAt: string;
}

@InterfaceType({
  description:
    'One of the four kinds of graph node. Its id is its key in the source that it came from, and keeps its meaning for good.',
})
export abstract class Node {
  @Field(() => ID, {
    description: "The node's key: an OpenAlex key such as A5023888391, or one with a prefix such as arxiv:.",
  })
  id!: string;

  @Field(() => DateTimeScalar, {
    description: "When the node's own fields or its source edges last changed in this graph.",
  })
  updatedAt!: string;
}
