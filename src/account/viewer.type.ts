import { Field, ID, ObjectType } from 'type-graphql';
import { Sized } from '../core/list-size.js';

/** Roles that a price reckons with. */
const ROLES = 10;

@ObjectType('Viewer', { simpleResolvers: true, description: 'Whoever sent the request. Nobody else sees this.' })
export class ViewerProfile {
  @Field(() => ID, { description: 'Key of the account: the same at every login.' })
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'As the login says; it is not stored.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The ORCID iD that the login vouches for.' })
  orcid!: string | null;

  @Sized(() => ROLES)
  @Field(() => [String], { description: '`moderator` may review claims, merge and split.' })
  roles!: string[];
}
