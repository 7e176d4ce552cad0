import { IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { BadInputError } from '../core/errors.js';
import { type EdgeFilter, edgeFilter, NeighbourhoodFilter } from './slice-filter.js';

const MOST_OF_A_KIND = 100;
/** The most nodes of a slice or a subgraph. */
export const MOST_NODES = 300;

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

const MAX_DEPTH = 3;

@ArgsType()
export class SliceArgs {
  @Field(() => NeighbourhoodLimits, { nullable: true })
  @ValidateNested()
  limits?: NeighbourhoodLimits | null;

  @Field(() => NeighbourhoodFilter, { nullable: true })
  @ValidateNested()
  filter?: NeighbourhoodFilter | null;
}

@ArgsType()
export class CenteredSliceArgs extends SliceArgs {
  @Field(() => ID, { description: 'The centre, by any identifier.' })
  center!: string;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: `How many rings, 1 to ${MAX_DEPTH}.` })
  @IsInt()
  @Min(1)
  @Max(MAX_DEPTH)
  depth?: number | null;
}

/** Which slice to compute, and which parts of it. */
export interface SliceParams {
  /** Rings around the centre, 1 to 3. */
  readonly depth: number;
  readonly limits: SliceLimits;
  readonly filter: EdgeFilter;
  readonly withEdges: boolean;
  readonly withTotals: boolean;
}

/**
 * What validated arguments ask for, defaults where they say nothing; all parts unless told otherwise.
 * Throws BAD_USER_INPUT where the limits sum too high or the years are the wrong way round.
 */
export function sliceParams(
  args: SliceArgs & { readonly depth?: number | null },
  { withEdges = true, withTotals = true }: { readonly withEdges?: boolean; readonly withTotals?: boolean } = {},
): SliceParams {
  const limits = {
    works: args.limits?.works ?? defaults.works,
    topics: args.limits?.topics ?? defaults.topics,
    institutions: args.limits?.institutions ?? defaults.institutions,
    researchers: args.limits?.researchers ?? defaults.researchers,
  };
  const sum = limits.works + limits.topics + limits.institutions + limits.researchers;
  if (sum > MOST_NODES) throw new BadInputError('limits', `must not sum to more than ${MOST_NODES}`, sum);
  return { depth: args.depth ?? 1, limits, filter: edgeFilter(args.filter), withEdges, withTotals };
}
