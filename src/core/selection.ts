import { BREAK, type FieldNode, type GraphQLResolveInfo, type OperationDefinitionNode, visit } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';

/** What is asked for below a field: names, and for each what is asked for below it. */
export interface Selected {
  has(name: string): boolean;
  /** Whether nothing but these is asked for; `__typename` does not count. */
  isWithin(...names: readonly string[]): boolean;
  /** What is asked for below all fields of this name. */
  below(name: string): Selected;
}

/**
 * By node of a document, kept as long as Apollo keeps that. Where several nodes ask, or variables decide what is asked for, by
 * the list of nodes, which the execution of one request has made for itself.
 */
const known = new WeakMap<FieldNode | readonly FieldNode[], Selected>();

/** The fields asked for below the field being resolved, fragments and directives followed. */
export function selectedFields(info: GraphQLResolveInfo): Selected {
  const { fieldNodes } = info;
  const [node, another] = fieldNodes;
  const of = node && !another && !isConditional(info) ? node : fieldNodes;
  const remembered = known.get(of);
  if (remembered) return remembered;
  const selected = selectedIn([parseResolveInfo(info) as ResolveTree | null]);
  known.set(of, selected);
  return selected;
}

/** What is asked for of the nodes of a connection. */
export type SelectedOfNodes = Pick<Selected, 'isWithin'> & { below(name: string): Pick<Selected, 'isWithin'> };

/** What is asked for of the nodes of the connection being resolved, through its edges or without. */
export function selectedOfNodes(info: GraphQLResolveInfo): SelectedOfNodes {
  const selected = selectedFields(info);
  const both = [selected.below('edges').below('node'), selected.below('nodes')];
  const isWithin = (parts: readonly Selected[], names: readonly string[]) =>
    parts.every((part) => part.isWithin(...names));
  return {
    isWithin: (...names) => isWithin(both, names),
    below: (name) => ({
      isWithin: (...names) =>
        isWithin(
          both.map((part) => part.below(name)),
          names,
        ),
    }),
  };
}

function selectedIn(trees: readonly (ResolveTree | null)[]): Selected {
  const fields = trees.flatMap((tree) =>
    Object.values(tree?.fieldsByTypeName ?? {}).flatMap((byAlias) => Object.values(byAlias)),
  );
  const parts = new Map<string, Selected>();
  return {
    has: (name) => fields.some((field) => field.name === name),
    isWithin: (...names) => fields.every(({ name }) => names.includes(name)),
    below: (name) => {
      const part = parts.get(name) ?? selectedIn(fields.filter((field) => field.name === name));
      parts.set(name, part);
      return part;
    },
  };
}

const conditional = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether the document has a directive, anywhere. */
function isConditional({ operation, fragments }: GraphQLResolveInfo): boolean {
  const remembered = conditional.get(operation);
  if (remembered !== undefined) return remembered;
  let found = false;
  const look = {
    Directive() {
      found = true;
      return BREAK;
    },
  };
  for (const definition of [operation, ...Object.values(fragments)]) visit(definition, look);
  conditional.set(operation, found);
  return found;
}
