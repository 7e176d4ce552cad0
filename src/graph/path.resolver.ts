import { IsInt, Max, Min } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs, type FieldCost } from '../core/field-cost.js';
import { type FieldArguments, Sized, within } from '../core/list-size.js';
import { EdgeType } from './edge-type.js';
import { Node } from './node.type.js';
import { findPath } from './path.js';
import { GraphEdge } from './slice.type.js';

/** The longest path that is looked for. */
const MAX_LENGTH = 8;
const pricedLength = ({ maxLength }: FieldArguments): number => within(1, MAX_LENGTH, Number(maxLength));
/** A path may take four seconds, as long as so many pages. */
const pathCost: FieldCost = (args) => 100 * pricedLength(args);

@ObjectType({ simpleResolvers: true, description: 'A way through the graph, each edge with its evidence.' })
export class Path {
  @Field(() => Int, { description: 'How many edges.' })
  length!: number;

  @Sized((args) => pricedLength(args) + 1)
  @Field(() => [Node], { simple: false, description: 'From the first end to the other.' })
  nodes!: unknown;

  @Sized(pricedLength)
  @Field(() => [GraphEdge], { simple: false, description: 'Each joins two successive nodes, in either direction.' })
  edges!: unknown;
}

@ArgsType()
export class PathArgs {
  @Field(() => ID, { description: 'Where it starts, by any identifier.' })
  from!: string;

  @Field(() => ID, { description: 'Where it ends, by any identifier.' })
  to!: string;

  @Field(() => Int, { nullable: true, defaultValue: 6, description: `The most edges, 1 to ${MAX_LENGTH}.` })
  @IsInt()
  @Min(1)
  @Max(MAX_LENGTH)
  maxLength?: number | null;

  @Field(() => [EdgeType], {
    nullable: true,
    description: 'Over edges of these types. Else over COAUTHOR where both ends are researchers, over all otherwise.',
  })
  via?: EdgeType[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'Only COAUTHOR edges of this many joint works.' })
  @IsInt()
  @Min(1)
  minWorks?: number | null;

  @Field(() => Int, { nullable: true, description: 'Only COAUTHOR edges with a joint work in this year or later.' })
  @IsInt()
  @Min(0)
  @Max(9999)
  since?: number | null;
}

@Resolver()
export class PathResolver {
  @Costs(pathCost)
  @Query(() => Path, {
    nullable: true,
    description:
      'A shortest path; of several, the one with the smallest sequence of ids. A path from a node to itself has length 0. Null where there is none; out of time is an error, never null.',
  })
  path(@Args(() => PathArgs) args: PathArgs, @Ctx() context: Context): Promise<Path | null> {
    return findPath(context, args);
  }
}
