import { IsInt, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { BadInputError } from '../core/errors.js';
import { EdgeType } from './slice.type.js';

@InputType({
  description:
    'yearFrom and yearTo keep works of those years, and COAUTHOR, RESEARCHES and AFFILIATED edges whose years overlap them (an open end counts as open; RESEARCHES has the years of the works behind it); other edges are unaffected, and weights stay those of the whole record. A work without a year is of no range.',
})
export class NeighbourhoodFilter {
  @Field(() => Int, { nullable: true })
  @IsInt()
  @Min(0)
  @Max(9999)
  yearFrom?: number | null;

  @Field(() => Int, { nullable: true })
  @IsInt()
  @Min(0)
  @Max(9999)
  yearTo?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'Only COAUTHOR edges of this many joint works.' })
  @IsInt()
  @Min(1)
  minWorks?: number | null;

  @Field(() => [EdgeType], {
    nullable: true,
    description: 'Only these types are walked and returned; with none of them the centre stands alone.',
  })
  edgeTypes?: EdgeType[] | null;
}

const allEdgeTypes: readonly EdgeType[] = Object.values(EdgeType);
/** Below and above every year that a graph holds. */
const ALWAYS = { from: -1_000_000, to: 1_000_000 };

/** Which edges, and which works, statements keep. */
export interface EdgeFilter {
  /** Whether years matter at all. */
  readonly byYear: boolean;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly minWorks: number;
  /** In the order of their names, so that equal filters are equal texts. */
  readonly edgeTypes: readonly EdgeType[];
}

/** The filter that a client gave, in the form that statements take. Throws BAD_USER_INPUT where the years are the wrong way round. */
export function edgeFilter(input: NeighbourhoodFilter | null | undefined): EdgeFilter {
  const yearFrom = input?.yearFrom ?? null;
  const yearTo = input?.yearTo ?? null;
  if (yearFrom !== null && yearTo !== null && yearFrom > yearTo)
    throw new BadInputError('filter.yearFrom', `must not be after filter.yearTo, which is ${yearTo}`, yearFrom);
  const edgeTypes = input?.edgeTypes ?? null;
  return {
    byYear: yearFrom !== null || yearTo !== null,
    yearFrom: yearFrom ?? ALWAYS.from,
    yearTo: yearTo ?? ALWAYS.to,
    minWorks: input?.minWorks ?? 1,
    edgeTypes: allEdgeTypes.filter((type) => edgeTypes === null || edgeTypes.includes(type)),
  };
}

/** Whether a filter keeps everything. */
export const keepsAll = ({ byYear, minWorks, edgeTypes }: EdgeFilter): boolean =>
  !byYear && minWorks <= 1 && edgeTypes.length === allEdgeTypes.length;
