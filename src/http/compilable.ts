import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type VariableNode,
  visit,
} from 'graphql';

/**
 * Whether a valid document may be compiled by graphql-jit 0.8.9, which answers some documents wrongly, and worse: it writes
 * literals into code, some texts unescaped, so that a client's text would run here; it keeps conditions on nodes that
 * several uses of a fragment share; it joins the aliases of a path by `_` to tell fields apart; it makes null of a variable
 * that is left out within a literal. So what is compiled has no directive, no text, object or list as a literal, and no
 * name with `_` but `__typename`: introspection is not compiled either.
 */
export function isCompilable(document: DocumentNode): boolean {
  let compilable = true;
  const refuse = (): typeof BREAK => {
    compilable = false;
    return BREAK;
  };
  const refuseNames = ({ name, alias }: { name: VariableNode['name']; alias?: FieldNode['alias'] }) =>
    alias?.value.includes('_') || (name.value.includes('_') && name.value !== '__typename') ? refuse() : undefined;
  visit(document, {
    ...{ Directive: refuse, StringValue: refuse, ObjectValue: refuse, ListValue: refuse },
    ...{ Field: refuseNames, Variable: refuseNames },
  });
  return compilable;
}

/** The fields of a valid document, those of a fragment as often as it is used, whatever conditions they have. */
export function fieldCount({ definitions }: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const counted = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const count = ofSelection(fragments.get(name)?.selectionSet);
    counted.set(name, count);
    return count;
  };
  const ofSelection = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, one) => {
      if (one.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(one.name.value);
      return sum + (one.kind === Kind.FIELD ? 1 : 0) + ofSelection(one.selectionSet);
    }, 0);
  return definitions.reduce(
    (sum, one) => sum + (one.kind === Kind.OPERATION_DEFINITION ? ofSelection(one.selectionSet) : 0),
    0,
  );
}
