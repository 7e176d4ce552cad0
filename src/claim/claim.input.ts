import { Field, InputType } from 'type-graphql';

@InputType({ description: 'What the owner of a record says of it.' })
export class ProfileInput {
  @Field(() => String, { nullable: true, description: 'One sentence, at most 300 characters; blank: the drawn one.' })
  headline?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether others may send invitations.' })
  openToCollaborate?: boolean | null;
}
