import { ArrayMaxSize, IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { pageArgs } from '../core/pagination.js';
import { MAX_IDS } from '../graph/node.input.js';
import type { CollaboratorFilter } from './researcher.loaders.js';

@ArgsType()
export class CollaboratorArgs extends pageArgs(25) {
  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'Only those with this many joint works or more.' })
  @IsInt()
  @Min(1)
  minWorks?: number | null;

  @Field(() => Int, { nullable: true, description: 'Only those with a joint work in this year or later.' })
  @IsInt()
  @Min(0)
  @Max(9999)
  since?: number | null;

  get filter(): CollaboratorFilter {
    return { minWorks: this.minWorks ?? 1, since: this.since ?? null };
  }
}

@ArgsType()
export class CollaboratorsArgs extends CollaboratorArgs {
  @Field(() => [ID], { description: 'Researchers, by any identifier.' })
  @ArrayMaxSize(MAX_IDS)
  ids!: string[];
}
