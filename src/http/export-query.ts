import { BadInputError, PublicError } from '../core/errors.js';
import { validateInput } from '../core/input.js';
import type { Choices } from '../export/formats.js';
import { EdgeType } from '../graph/edge-type.js';
import { CenteredSliceArgs, NeighbourhoodLimits, type SliceParams, sliceParams } from '../graph/slice.input.js';
import { NeighbourhoodFilter } from '../graph/slice-filter.js';

/** A query string as Fastify parses it: a list where a parameter was given more than once. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const LIMITS = ['works', 'topics', 'institutions', 'researchers'];
const YEARS_AND_WORKS = ['yearFrom', 'yearTo', 'minWorks'];
const SLICE_PARAMETERS = ['depth', ...LIMITS, ...YEARS_AND_WORKS, 'edgeTypes'];

/** Refuses what is not among `names`, and what was given twice. */
export function checkParameters(query: Query, names: readonly string[]): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(query)) {
    if (!names.includes(name))
      throw new BadInputError(
        name,
        names.length > 0
          ? `is no parameter here; these are: ${names.join(', ')}`
          : 'is no parameter here; there are none',
      );
    if (typeof value !== 'string') throw new BadInputError(name, 'must be given once', value);
  }
  return query as Readonly<Record<string, string>>;
}

/** What the parameters of a slice ask for, by the rules of the GraphQL arguments. Throws BAD_USER_INPUT. */
export async function readSlice(query: Query, choices: Choices): Promise<SliceParams> {
  const given = checkParameters(query, [...SLICE_PARAMETERS, ...Object.keys(choices)]);
  const args = new CenteredSliceArgs();
  Object.assign(args, numbers(given, ['depth']));
  args.limits = Object.assign(new NeighbourhoodLimits(), numbers(given, LIMITS));
  args.filter = Object.assign(new NeighbourhoodFilter(), numbers(given, YEARS_AND_WORKS));
  if (given.edgeTypes !== undefined) args.filter.edgeTypes = edgeTypes(given.edgeTypes);
  try {
    await validateInput(args);
    return sliceParams(args);
  } catch (error) {
    throw error instanceof BadInputError ? flattened(error) : error;
  }
}

/** The values chosen of a format's own parameters, the first of each where nothing is. Throws BAD_USER_INPUT. */
export function readChoices(query: Query, choices: Choices): Readonly<Record<string, string>> {
  const chosen = Object.entries(choices).map(([name, values]) => {
    const value = query[name] ?? values[0];
    if (typeof value !== 'string' || !values.includes(value))
      throw new BadInputError(name, `must be ${values.join(' or ')}`, value);
    return [name, value] as const;
  });
  return Object.fromEntries(chosen);
}

/** The whole numbers among `names`, which their classes' rules then check. */
const numbers = (given: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = given[name];
      if (text === undefined) return [];
      if (!/^-?\d{1,15}$/.test(text)) throw new BadInputError(name, 'must be an integer number', text);
      return [[name, Number(text)]];
    }),
  );

function edgeTypes(text: string): EdgeType[] {
  const known: readonly string[] = Object.values(EdgeType);
  return text.split(',').map((name) => {
    if (!known.includes(name)) throw new BadInputError('edgeTypes', `must be among ${known.join(', ')}`, name);
    return name as EdgeType;
  });
}

/** GraphQL has `limits.works` where a query string has `works`. */
function flattened({ message, extensions }: BadInputError): PublicError {
  const flat = (text: string) => text.replace(/\b(?:limits|filter)\./g, '');
  return new PublicError('BAD_USER_INPUT', flat(message), { argument: flat(String(extensions.argument)) });
}
