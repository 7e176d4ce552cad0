import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../core/connection.type.js';
import { DateTimeScalar } from '../core/date-time.js';
import { Node, NodeType } from './node.type.js';

/** What happened to a node. */
export enum ChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  DELETED = 'DELETED',
  MERGED = 'MERGED',
  SPLIT = 'SPLIT',
}
registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What happened to a node.',
  valuesConfig: {
    CREATED: { description: 'It is new.' },
    UPDATED: { description: 'Its own fields or source edges changed, not its counters alone.' },
    DELETED: { description: 'It is gone.' },
    MERGED: { description: 'It is gone, another node stands for it: see resolve.' },
    SPLIT: { description: 'A part of it became another node: see resolve.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A change of the graph.' })
export class Change {
  @Field(() => ChangeKind)
  kind!: ChangeKind;

  @Field(() => NodeType)
  nodeType!: NodeType;

  @Field(() => ID, { description: 'The id that the node had.' })
  nodeId!: string;

  @Field(() => Node, { simple: false, nullable: true, description: 'The node as it is now; null where it is gone.' })
  node!: unknown;

  @Field(() => DateTimeScalar)
  at!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A change in the log.' })
export class ChangeEdge {
  @Field(() => Change, { simple: false })
  node!: unknown;

  @Field({ description: 'Place in the log: what `after` takes.' })
  cursor!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Changes, oldest first. The endCursor is never null: where a page is empty it is the place to go on from.',
})
export class ChangeConnection {
  @Field(() => [ChangeEdge], { simple: false })
  edges!: unknown[];

  @Field(() => [Change], { simple: false, description: 'The changes of the edges, for those who need no cursors.' })
  nodes!: unknown[];

  @Field(() => PageInfo, { simple: false })
  pageInfo!: PageInfo;
}
