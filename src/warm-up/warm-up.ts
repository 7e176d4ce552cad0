import { type GraphQLSchema, graphql } from 'graphql';
import type { Context } from '../context.js';
import { CENTRES, type Centre, QUESTIONS } from './questions.js';

/** What is asked, and in which context. */
export interface WarmUpOptions {
  readonly schema: GraphQLSchema;
  /** Makes the context of a question. */
  readonly createContext: () => Context;
  /** Ends the warming before its next question. */
  readonly signal: AbortSignal;
}

interface Centres {
  readonly [list: string]: { readonly nodes: readonly { readonly id: string; readonly name?: string }[] } | undefined;
}

/**
 * Asks what the page asks first, one question after another, so that the database has planned its statements before
 * somebody waits for them: Neo4j plans a statement when it first comes, which takes up to seconds. Never fails: what
 * goes wrong here goes wrong for whoever asks it, and is told there.
 * @returns how many questions were answered without an error
 */
export async function warmUp({ schema, createContext, signal }: WarmUpOptions): Promise<number> {
  let answered = 0;
  const ask = async (source: string, variableValues: Record<string, unknown> = {}): Promise<unknown> => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: createContext() });
    if (errors === undefined) answered++;
    return data;
  };
  const centres = (await ask(CENTRES)) as Centres | null | undefined;
  for (const [centre, questions] of Object.entries(QUESTIONS) as [Centre, readonly string[]][]) {
    // Where the graph has none, an id that nobody has is planned for as well.
    const { id = 'nobody', name = 'nobody' } = centres?.[`${centre}s`]?.nodes[0] ?? {};
    for (const question of questions) {
      if (signal.aborted) return answered;
      await ask(question, { id, text: name });
    }
  }
  return answered;
}

/** How many questions there are. */
export const QUESTION_COUNT = 1 + Object.values(QUESTIONS).flat().length;
