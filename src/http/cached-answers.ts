import { createHash } from 'node:crypto';
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { AnswerCache } from '../cache/answer-cache.js';
import { isScholarly } from '../cache/scholarly.js';
import type { Context } from '../context.js';

/** Questions whose variables are longer are not kept, in characters. */
const MAX_VARIABLES = 4_000;

/** What Apollo needs to give and to keep answers. */
export interface CachedAnswers {
  readonly plugin: ApolloServerPlugin<Context>;
  /** Writes a result as JSON; a kept one is written already. */
  readonly stringifyResult: (result: FormattedExecutionResult) => string;
}

/** Answers of the graph alone from a cache, and keeps them there. Errors and answers of people are never kept. */
export function cachedAnswers(cache: AnswerCache): CachedAnswers {
  // Apollo makes a new result of each before it is written; its data is what stays.
  const texts = new WeakMap<object, string>();
  const keeping = new WeakMap<object, (text: string) => void>();
  return {
    stringifyResult(result) {
      const { data } = result;
      const known = data ? texts.get(data) : undefined;
      if (known !== undefined) return known;
      const text = `${JSON.stringify(result)}\n`;
      if (data) keeping.get(data)?.(text);
      return text;
    },
    plugin: {
      async requestDidStart() {
        let key: string | null = null;
        let before: ReturnType<AnswerCache['before']> = null;
        let kept = false;
        return {
          async responseForOperation({ schema, document, operation, queryHash, request }) {
            if (!isScholarly(schema, document, operation)) return null;
            key = keyOf(queryHash, request.operationName, request.variables);
            if (key === null) return null;
            const answer = await cache.get(key);
            before = cache.before();
            if (!answer) return null;
            kept = true;
            const data = {};
            texts.set(data, answer.text);
            return {
              http: { status: undefined, headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { data } },
            };
          },
          async willSendResponse({ operation, response: { body } }) {
            if (operation?.operation === 'mutation') cache.expire();
            if (kept || key === null || body.kind !== 'single') return;
            const { data, errors } = body.singleResult;
            const [question, version] = [key, before];
            if (data && !errors) keeping.set(data, (text) => cache.keep(question, text, version));
          },
        };
      },
    },
  };
}

/** What tells one question from another; null where it is too long to be kept. */
function keyOf(queryHash: string | undefined, operationName: string | undefined, variables: unknown): string | null {
  const text = JSON.stringify([operationName ?? null, variables ?? {}]);
  return queryHash === undefined || text.length > MAX_VARIABLES
    ? null
    : `${queryHash} ${createHash('sha256').update(text).digest('base64url')}`;
}
