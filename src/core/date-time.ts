import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;

function toUtc(value: unknown): string {
  const moment = typeof value === 'string' && RFC_3339.test(value) ? new Date(value) : null;
  if (!moment || Number.isNaN(moment.getTime()))
    throw new GraphQLError(
      `A DateTime is an RFC 3339 moment such as 2026-11-24T22:10:00Z; got ${JSON.stringify(value)}`,
    );
  return moment.toISOString();
}

/** A moment as RFC 3339 text in UTC. The graph stores these texts, so what goes out needs no conversion. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment as RFC 3339 text in UTC, with milliseconds: 2026-11-24T22:10:00.000Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (typeof value === 'string' ? value : toUtc(value)),
  parseValue: toUtc,
  parseLiteral: (node) => toUtc(node.kind === Kind.STRING ? node.value : undefined),
});
