import { type DocumentNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { type FieldSize } from './field-size.js';
import { sumFields } from './sum-fields.js';

/** An operation of a valid document, with its variables as they were sent. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a request costs. docs/limits.md says how it is computed. */
export interface Price {
  /** Points. */
  readonly cost: number;
  /** Nodes that it may touch at most. */
  readonly nodeCount: number;
  /** Names, numbers and the like that its answer may hold at most; a long text counts as many. */
  readonly values: number;
  /** True where only the price is asked for. */
  readonly dryRun: boolean;
}

/** Requests to the graph, one for each page or list and each object that it is asked of, that make one point. */
const REQUESTS_A_POINT = 100;

const nodes = ({ kind, size }: FieldSize, below: number): number => {
  if (kind === 'connection') return size + below;
  if (kind === 'list') return size * (1 + below);
  return kind === 'items' ? size * below : below;
};

const values = ({ kind, size }: FieldSize, below: number): number => {
  if (kind === 'value') return size;
  return kind === 'list' || kind === 'items' ? size * (1 + below) : 1 + below;
};

const requests = ({ kind, size }: FieldSize, below: number): number => {
  if (kind === 'connection') return 1 + below;
  if (kind === 'list') return 1 + size * below;
  return kind === 'items' ? size * below : below;
};

/**
 * The price of an operation, or null where its variables do not fit it: such a one is never executed. Throws TOO_COMPLEX
 * where its form alone is too much.
 */
export function priceOf(asked: AskedOperation): Price | null {
  const { schema, operation, variables } = asked;
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return null;
  let dryRun = false;
  const nodeCount = sumFields(asked, (size, below, { type, field, args }) => {
    dryRun ||= type === schema.getQueryType() && field.name === 'rateLimit' && args.dryRun === true;
    return nodes(size, below);
  });
  const cost = Math.max(1, Math.round(sumFields(asked, requests) / REQUESTS_A_POINT));
  return { cost, nodeCount, values: sumFields(asked, values), dryRun };
}
