import { type FieldNode, type GraphQLCompositeType, getArgumentValues, TypeInfo, ValidationContext } from 'graphql';
import { createComplexityRule } from 'graphql-query-complexity';
import { BadInputError } from '../core/errors.js';
import { type AskedField, asAsked, type FieldSize, fieldSize, isIntrospection } from './field-size.js';
import { Form } from './form.js';
import type { AskedOperation } from './price.js';

/** What a field counts, given what is counted below one of its items. */
export type CountingRule = (size: FieldSize, below: number, asked: AskedField) => number;

/** A selection set on the way down: its type, the field that it belongs to (null at the root), and how deep it is. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly field: AskedField | null;
  readonly depth: number;
}

/**
 * Adds up what a rule counts over all fields of an operation. graphql-query-complexity follows variables, directives and
 * fragments, and takes the dearest type of an interface. It adds up from the leaves, but how long `edges` are is said by
 * the field above them: so the way down is recorded here. Throws TOO_COMPLEX where the request's form is too much.
 */
export function sumFields({ schema, document, operation, variables }: AskedOperation, rule: CountingRule): number {
  const form = new Form();
  const way: Place[] = [];
  const context = new ValidationContext(schema, document, new TypeInfo(schema), ({ message }) => {
    throw new BadInputError('The request', message);
  });
  const walk = createComplexityRule({
    maximumComplexity: Number.POSITIVE_INFINITY,
    maxQueryNodes: Number.POSITIVE_INFINITY,
    variables: { ...variables },
    estimators: [
      ({ type, field, args, childComplexity }) => {
        const asked = asAsked(type, field, args);
        return rule(fieldSize(asked, way.at(-1)?.field ?? null), childComplexity, asked);
      },
    ],
  })(context);

  const askedField = ({ type }: Place, node: FieldNode): AskedField | null => {
    const field = 'getFields' in type ? type.getFields()[node.name.value] : undefined;
    return field ? asAsked(type, field, getArgumentValues(field, node, walk.variableValues)) : null;
  };
  const placeOf = (node: Parameters<typeof descend>[0], type: GraphQLCompositeType): Place => {
    const above = way.at(-1);
    if (!above) return { type, field: null, depth: 0 };
    if (node.kind !== 'Field') return { ...above, type };
    return { type, field: askedField(above, node), depth: isIntrospection(type.name) ? 1 : above.depth + 1 };
  };
  const descend = walk.nodeComplexity.bind(walk);
  walk.nodeComplexity = (node, type, fragments) => {
    if (!type || !node.selectionSet) return 0;
    const place = placeOf(node, type);
    form.add(node.selectionSet, place.depth);
    way.push(place);
    const sum = descend(node, type, fragments);
    way.pop();
    return sum;
  };
  walk.onOperationDefinitionEnter(operation);
  return walk.complexity;
}
