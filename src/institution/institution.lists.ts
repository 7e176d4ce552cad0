import { Field, Int, ObjectType } from 'type-graphql';
import { Institution } from './institution.type.js';

@ObjectType({ description: 'An institution that another one publishes with.' })
export class InstitutionPartner {
  @Field(() => Institution)
  institution!: unknown;

  @Field(() => Int, { description: 'Joint works.' })
  works!: number;
}
