import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isEnumType,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { fieldCount, isCompilable } from './compilable.js';

/** Operations that are remembered. */
const MAX_OPERATIONS = 1_000;
/** Fields of all that are compiled: some 3 KB each before they are run. */
const MAX_FIELDS = 5_000;
/** Larger ones are not compiled: so many take some 80 ms, while all others wait. The page's largest question has 155. */
const MAX_FIELDS_OF_ONE = 500;
/** How often an operation has come when it is compiled: one that never comes again would not pay for it. */
const TIMES = 3;

/** How Apollo lets others execute. */
type Gateway = ApolloServerOptionsWithGateway<object>['gateway'];

/** An operation that was asked for: how often, and its code; null before it has some, and where it gets none. */
interface Known {
  readonly times: number;
  /** Counted when it is compiled; 0 until then. */
  readonly fields: number;
  readonly code: CompiledQuery | null;
}

/** An operation to execute. */
interface Asked {
  readonly document: DocumentNode;
  /** Names the text of the document. */
  readonly queryHash: string;
  readonly operationName: string | null | undefined;
  /** Mutations are not compiled. */
  readonly isQuery: boolean;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: object;
}

/**
 * Executes operations: queries that come again as code that was made for them (graphql-jit), others step by step
 * (graphql-js). Answers are the same, but that there may be more errors where one nulls what others are of, in another order.
 */
export class CompiledOperations {
  readonly #known = new LRUCache<string, Known>({
    max: MAX_OPERATIONS,
    maxSize: MAX_FIELDS,
    sizeCalculation: ({ code, fields }) => (code ? fields : 1),
  });

  /** Throws where the schema names a value of an enumeration otherwise than it is held: code that was made writes values as they are held. */
  constructor(
    private readonly schema: GraphQLSchema,
    /** Told of each operation whether it was compiled. */
    private readonly looked?: (wasCompiled: boolean) => void,
  ) {
    for (const type of Object.values(schema.getTypeMap()))
      for (const { name, value } of isEnumType(type) ? type.getValues() : [])
        if (name !== value && !type.name.startsWith('__')) throw new Error(`${type.name}.${name} is held as ${value}`);
  }

  /** Has Apollo execute operations here. */
  get gateway(): Gateway {
    const { schema } = this;
    return {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({
        executor: ({ document, queryHash, operation, request, context }) =>
          this.execute({
            ...{ document, queryHash, context },
            operationName: request.operationName,
            variables: request.variables,
            isQuery: operation.operation === 'query',
          }),
      }),
      stop: async () => undefined,
    };
  }

  /** As `execute` of graphql-js. */
  async execute(asked: Asked): Promise<ExecutionResult> {
    const compiled = asked.isQuery ? this.#compiled(asked) : null;
    const variables = compiled && this.#variables(asked);
    this.looked?.(Boolean(variables));
    if (compiled && variables)
      return withExtensions((await compiled.query(undefined, asked.context, variables)) as ExecutionResult);
    const { document, operationName, variables: variableValues, context: contextValue } = asked;
    return execute({ schema: this.schema, document, operationName, variableValues, contextValue });
  }

  /** Variables with their defaults, which graphql-jit does not take for those that must be there; null where one is wrong. */
  #variables({ document, operationName, variables = {} }: Asked): Readonly<Record<string, unknown>> | null {
    const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
    return getVariableValues(this.schema, variableDefinitions, variables).coerced ?? null;
  }

  #compiled({ document, queryHash, operationName }: Asked): CompiledQuery | null {
    const key = `${queryHash} ${operationName ?? ''}`;
    const known = this.#known.get(key);
    if (known?.times === TIMES) return known.code;
    const times = (known?.times ?? 0) + 1;
    // One that never comes again costs nothing here.
    const fields = times === TIMES ? fieldCount(document) : 0;
    const isWorth = times === TIMES && fields <= MAX_FIELDS_OF_ONE && isCompilable(document);
    const code = isWorth ? this.#compile(document, operationName) : null;
    this.#known.set(key, { times, fields, code });
    return code;
  }

  #compile(document: DocumentNode, operationName: string | null | undefined): CompiledQuery | null {
    const compiled = compileQuery(this.schema, document, operationName ?? undefined, {
      // What the database holds has the types that the schema names.
      disableLeafSerialization: true,
      disablingCapturingStackErrors: true,
    });
    return isCompiledQuery(compiled) ? compiled : null;
  }
}

/** Errors of graphql-js have extensions always, those of compiled operations where somebody gave them some. */
const withExtensions = ({ data, errors }: ExecutionResult): ExecutionResult =>
  errors
    ? {
        data,
        errors: errors.map((error) =>
          error.extensions ? error : (Object.create(error, { extensions: { value: {} } }) as GraphQLError),
        ),
      }
    : { data };
