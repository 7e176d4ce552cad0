import { IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { BadInputError } from '../core/errors.js';
import type { FieldCost } from '../core/field-cost.js';
import { type FieldArguments, type ListSize, within } from '../core/list-size.js';
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
/** Most edges of one type that are looked at from a node that is not the centre. */
export const MOST_FROM_A_NODE = 5_000;

const resolveLimits = (asked: NeighbourhoodLimits | null | undefined): SliceLimits => ({
  works: asked?.works ?? defaults.works,
  topics: asked?.topics ?? defaults.topics,
  institutions: asked?.institutions ?? defaults.institutions,
  researchers: asked?.researchers ?? defaults.researchers,
});

const sumOf = ({ works, topics, institutions, researchers }: SliceLimits): number =>
  works + topics + institutions + researchers;

function pricedLimits({ limits }: FieldArguments): SliceLimits {
  const { works, topics, institutions, researchers } = resolveLimits(limits as NeighbourhoodLimits | null);
  const priced = (limit: number) => within(0, MOST_OF_A_KIND, limit);
  return {
    works: priced(works),
    topics: priced(topics),
    institutions: priced(institutions),
    researchers: priced(researchers),
  };
}

/** The most nodes of a slice, its centre included. */
export const mostNodes: ListSize = (args) => sumOf(pricedLimits(args)) + 1;

/** Edges that a node of a slice is taken to have, beside those between researchers. */
const EDGES_A_NODE = 5;

/** The edges of a slice that it is priced by: one for every two researchers, since all may have written one work. */
export const mostEdges: ListSize = (args) => {
  const people = pricedLimits(args).researchers + 1;
  return (people * (people - 1)) / 2 + EDGES_A_NODE * mostNodes(args);
};

/** Requests that a ring is worth, and the two statements more that a filter takes: for the centre and the totals. */
const RING = 10;
const FILTERED = 20;

/** A slice costs the same whatever is selected of it. */
export const sliceCost: FieldCost = ({ depth, filter }) =>
  RING * within(1, MAX_DEPTH, Number(depth ?? 1)) + (filter == null ? 0 : FILTERED);

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

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: `How many rings, 1 to ${MAX_DEPTH}. Beyond the first, what belongs to a topic or an institution is taken from its best ${MOST_FROM_A_NODE.toLocaleString('en')} of a type of edge, and other edges are not followed from a node that has more than ${MOST_FROM_A_NODE.toLocaleString('en')} of their type.`,
  })
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
  /** Whether it is asked who stated an edge. */
  readonly withSources: boolean;
  readonly withTotals: boolean;
}

type SliceParts = Pick<SliceParams, 'withEdges' | 'withSources' | 'withTotals'>;

/**
 * What validated arguments ask for, defaults where they say nothing; all parts unless told otherwise.
 * Throws BAD_USER_INPUT where the limits sum too high or the years are the wrong way round.
 */
export function sliceParams(
  args: SliceArgs & { readonly depth?: number | null },
  { withEdges = true, withSources = true, withTotals = true }: Partial<SliceParts> = {},
): SliceParams {
  const limits = resolveLimits(args.limits);
  const sum = sumOf(limits);
  if (sum > MOST_NODES) throw new BadInputError('limits', `must not sum to more than ${MOST_NODES}`, sum);
  return { depth: args.depth ?? 1, limits, filter: edgeFilter(args.filter), withEdges, withSources, withTotals };
}
