import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

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
