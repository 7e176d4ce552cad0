import { type DocumentNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { statedCost } from '../core/field-cost.js';
import { type AskedField, type FieldSize } from './field-size.js';
import { type CountingRule, sumFields } from './sum-fields.js';

/** An operation of a valid document, with its variables as they were sent. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a request costs. docs/limits.md says how it is computed, and which sizes are assumed. */
export interface Price {
  /** Points. */
  readonly cost: number;
  /** Nodes that it may touch. */
  readonly nodeCount: number;
  /** Names, numbers and the like that its answer may hold; a long text counts as many. */
  readonly values: number;
  /** Requests of the fields that state their own, which are part of the cost. */
  readonly dearRequests: number;
  /** True where only the price is asked for. */
  readonly dryRun: boolean;
}

/** Requests to the graph that make one point: one for each page or list, or what the field states, each time it is asked. */
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

const stated = ({ field, args }: AskedField): number | undefined => statedCost(field.extensions)?.(args);

const times = ({ kind, size }: FieldSize, below: number): number =>
  kind === 'list' || kind === 'items' ? size * below : below;

const requests: CountingRule = (size, below, asked) =>
  (stated(asked) ?? (size.kind === 'connection' || size.kind === 'list' ? 1 : 0)) + times(size, below);

const dearRequests: CountingRule = (size, below, asked) => (stated(asked) ?? 0) + times(size, below);

/**
 * The price of an operation, or null where its variables do not fit it: such a one is never executed. Throws TOO_COMPLEX
 * where its form alone is too much.
 */
export function priceOf(asked: AskedOperation): Price | null {
  const { schema, operation, variables } = asked;
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return null;
  let [dryRun, isDear] = [false, false];
  const nodeCount = sumFields(asked, (size, below, { type, field, args }) => {
    isDear ||= statedCost(field.extensions) !== undefined;
    dryRun ||= type === schema.getQueryType() && field.name === 'rateLimit' && args.dryRun === true;
    return nodes(size, below);
  });
  const cost = Math.max(1, Math.round(sumFields(asked, requests) / REQUESTS_A_POINT));
  return {
    cost,
    nodeCount,
    values: sumFields(asked, values),
    dearRequests: isDear ? sumFields(asked, dearRequests) : 0,
    dryRun,
  };
}
