import { IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { BadInputError } from '../core/errors.js';

const MOST_OF_A_KIND = 100;
const MOST_NODES = 300;

/** How many of each kind a slice holds at most. */
export interface SliceLimits {
  readonly works: number;
  readonly topics: number;
  readonly institutions: number;
  readonly researchers: number;
}
const defaults: SliceLimits = { works: 20, topics: 10, institutions: 10, researchers: 25 };

const LimitField = (kind: keyof SliceLimits): PropertyDecorator => {
  const rules = [
    Field(() => Int, { nullable: true, defaultValue: defaults[kind] }),
    IsInt(),
    Min(0),
    Max(MOST_OF_A_KIND),
  ] as PropertyDecorator[];
  return (target, key) => {
    for (const rule of rules) rule(target, key);
  };
};

@InputType({
  description: `How many of each kind in the whole slice, the centre not counted; 0 leaves the kind out. Each at most ${MOST_OF_A_KIND}, the sum at most ${MOST_NODES}.`,
})
export class NeighbourhoodLimits {
  @LimitField('works')
  works?: number | null;

  @LimitField('topics')
  topics?: number | null;

  @LimitField('institutions')
  institutions?: number | null;

  @LimitField('researchers')
  researchers?: number | null;
}

@ArgsType()
export class SliceArgs {
  @Field(() => NeighbourhoodLimits, { nullable: true })
  @ValidateNested()
  limits?: NeighbourhoodLimits | null;

  /** The limits asked for, defaults where nothing is. Throws BAD_USER_INPUT where their sum is too high. */
  get resolvedLimits(): SliceLimits {
    const limits = {
      works: this.limits?.works ?? defaults.works,
      topics: this.limits?.topics ?? defaults.topics,
      institutions: this.limits?.institutions ?? defaults.institutions,
      researchers: this.limits?.researchers ?? defaults.researchers,
    };
    const sum = limits.works + limits.topics + limits.institutions + limits.researchers;
    if (sum > MOST_NODES) throw new BadInputError('limits', `must not sum to more than ${MOST_NODES}`, sum);
    return limits;
  }
}

@ArgsType()
export class CenteredSliceArgs extends SliceArgs {
  @Field(() => ID, { description: 'The centre, by any identifier.' })
  center!: string;
}
