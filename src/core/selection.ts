import { BREAK, type FieldNode, type GraphQLResolveInfo, visit } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';

/** What is asked for below a field: names, and for each what is asked for below it. */
export interface Selected {
  has(name: string): boolean;
  /** Whether nothing but these is asked for; `__typename` does not count. */
  isWithin(...names: readonly string[]): boolean;
  /** What is asked for below all fields of this name. */
  below(name: string): Selected;
}

/** Kept as long as Apollo keeps the parsed document. */
const known = new WeakMap<FieldNode, Selected>();

/** The fields asked for below the field being resolved, fragments and directives followed. */
export function selectedFields(info: GraphQLResolveInfo): Selected {
  const [node, another] = info.fieldNodes;
  const remembered = another ? undefined : node && known.get(node);
  if (remembered) return remembered;
  const selected = selectedIn([parseResolveInfo(info) as ResolveTree | null]);
  // Where variables decide what is asked for, it is another thing each time.
  if (node && !another && !isConditional(info)) known.set(node, selected);
  return selected;
}

function selectedIn(trees: readonly (ResolveTree | null)[]): Selected {
  const fields = trees.flatMap((tree) =>
    Object.values(tree?.fieldsByTypeName ?? {}).flatMap((byAlias) => Object.values(byAlias)),
  );
  return {
    has: (name) => fields.some((field) => field.name === name),
    isWithin: (...names) => fields.every(({ name }) => names.includes(name)),
    below: (name) => selectedIn(fields.filter((field) => field.name === name)),
  };
}

/** Whether the document has a directive, anywhere. */
function isConditional({ operation, fragments }: GraphQLResolveInfo): boolean {
  let found = false;
  const look = {
    Directive() {
      found = true;
      return BREAK;
    },
  };
  for (const definition of [operation, ...Object.values(fragments)]) visit(definition, look);
  return found;
}
