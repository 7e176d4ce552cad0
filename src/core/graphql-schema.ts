import { type GraphQLSchema, isAbstractType, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { DateTimeScalar } from './date-time.js';
import type { Feature } from './feature.js';
import { validateInput } from './input.js';
import { checkAuthorization } from './viewer.js';

type Class = Feature['resolvers'][number];

/** A record of a type that stands behind an interface names its type. */
interface NamedRecord {
  readonly __typename: string;
}

/** The executable schema of the given features. */
export async function buildGraphQLSchema(features: readonly Feature[]): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: features.flatMap(({ resolvers }) => [...resolvers]) as unknown as NonEmptyArray<Class>,
    orphanedTypes: features.flatMap(({ types }) => [...types]),
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validateFn: validateInput,
    authChecker: checkAuthorization,
  });
  // type-graphql asks for each record's type in a promise, which compiled operations do not wait for.
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = ({ __typename }: NamedRecord) => __typename;
  return schema;
}

/** The schema as text, sorted: what `schema.graphql` holds. */
export const printSortedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
