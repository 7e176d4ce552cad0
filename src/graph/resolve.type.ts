import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../core/date-time.js';
import { Node } from './node.type.js';

/** What became of an id. */
export enum IdState {
  CURRENT = 'CURRENT',
  MERGED = 'MERGED',
  SPLIT = 'SPLIT',
  DELETED = 'DELETED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(IdState, {
  name: 'IdState',
  description: 'What became of an id.',
  valuesConfig: {
    CURRENT: { description: 'It stands for a node.' },
    MERGED: { description: 'Another node stands for it.' },
    SPLIT: { description: 'It stands for what is left of a node; the rest went to others.' },
    DELETED: { description: 'What it stood for is gone.' },
    UNKNOWN: { description: 'It never stood for anything here.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'What became of an id.' })
export class IdResolution {
  @Field(() => ID, { description: 'The id as it was asked for.' })
  id!: string;

  @Field(() => IdState)
  state!: IdState;

  @Field(() => [Node], {
    simple: false,
    description: 'The nodes that stand for it now, wherever they moved since; of a split its own remainder first.',
  })
  targets!: unknown[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it moved; null where it did not.' })
  at!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it moved, in words.' })
  reason!: string | null;
}
