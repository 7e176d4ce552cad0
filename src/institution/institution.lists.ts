import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, edgeOf } from '../core/connection.type.js';
import { Institution } from './institution.type.js';

@ObjectType({ simpleResolvers: true, description: 'An institution that another one publishes with.' })
export class InstitutionPartner {
  @Field(() => Institution, { simple: false })
  institution!: unknown;

  @Field(() => Int, { description: 'Joint works.' })
  works!: number;
}

@ObjectType({ simpleResolvers: true, description: 'An institution in a list.' })
export class InstitutionEdge extends edgeOf(() => Institution) {}

@ObjectType({ simpleResolvers: true, description: 'A list of institutions.' })
export class InstitutionConnection extends connectionOf(
  () => Institution,
  () => InstitutionEdge,
) {}
