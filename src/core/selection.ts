import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';

/** Names of the fields asked for below the field being resolved, fragments and directives followed. */
export function selectedFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  const tree = parseResolveInfo(info) as ResolveTree | null;
  const fields = Object.values(tree?.fieldsByTypeName ?? {}).flatMap((byAlias) => Object.values(byAlias));
  return new Set(fields.map(({ name }) => name));
}
