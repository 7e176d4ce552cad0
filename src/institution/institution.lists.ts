import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../core/pagination.js';
import { Institution } from './institution.type.js';

@ObjectType({ description: 'An institution that another one publishes with.' })
export class InstitutionPartner {
  @Field(() => Institution)
  institution!: unknown;

  @Field(() => Int, { description: 'Joint works.' })
  works!: number;
}

@ObjectType({ description: 'An institution in a list.' })
export class InstitutionEdge extends edgeOf(() => Institution) {}

@ObjectType({ description: 'A list of institutions.' })
export class InstitutionConnection extends connectionOf(
  () => Institution,
  () => InstitutionEdge,
) {}
