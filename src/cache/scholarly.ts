import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isVolatile } from '../core/volatile.js';

/** Kept as long as Apollo keeps the parsed document. */
const known = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether the graph alone determines an operation's answer: a query without a field that people change or that tells who asks. */
export function isScholarly(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const before = known.get(operation);
  if (before !== undefined) return before;
  const scholarly = operation.operation === 'query' && !asksVolatile(schema, document);
  known.set(operation, scholarly);
  return scholarly;
}

/** Looks at the whole document: an operation beside that asks for more makes it none, which is safe. */
function asksVolatile(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        if (isVolatile(types.getFieldDef()?.extensions ?? {})) found = true;
      },
    }),
  );
  return found;
}
