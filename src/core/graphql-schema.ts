import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { DateTimeScalar } from './date-time.js';
import type { Feature } from './feature.js';
import { validateInput } from './input.js';
import { checkAuthorization } from './viewer.js';

type Class = Feature['resolvers'][number];

/** The executable schema of the given features. */
export function buildGraphQLSchema(features: readonly Feature[]): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: features.flatMap(({ resolvers }) => [...resolvers]) as unknown as NonEmptyArray<Class>,
    orphanedTypes: features.flatMap(({ types }) => [...types]),
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validateFn: validateInput,
    authChecker: checkAuthorization,
  });
}

/** The schema as text, sorted: what `schema.graphql` holds. */
export const printSortedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
