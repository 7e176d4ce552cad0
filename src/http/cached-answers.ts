import { createHash } from 'node:crypto';
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { AnswerCache } from '../cache/answer-cache.js';
import { isScholarly } from '../cache/scholarly.js';
import type { SeenVersion } from '../cache/version-watch.js';
import type { Context } from '../context.js';
import { projectVersion } from '../project.js';

/** Questions whose variables are longer are not kept, in characters. */
const MAX_VARIABLES = 4_000;
/** A proxy may give an answer to a GET again for a second, then asks whether it is still that. */
const CACHE_CONTROL = 'public, max-age=1, must-revalidate';

/** What Apollo needs to give and to keep answers. */
export interface CachedAnswers {
  readonly plugin: ApolloServerPlugin<Context>;
  /** Writes a result as JSON; a kept one is written already. */
  readonly stringifyResult: (result: FormattedExecutionResult) => string;
}

/**
 * Gives answers of the graph alone from a cache, and keeps them there; those to a GET get an ETag, by which a client that
 * has the answer is told so. Errors and answers of people are never kept. `looked` is told whether an answer was there.
 */
export function cachedAnswers(cache: AnswerCache, looked?: (wasFound: boolean) => void): CachedAnswers {
  // Apollo makes a new result of each before it is written; its data is what stays.
  const texts = new WeakMap<object, string>();
  const keeping = new WeakMap<object, (text: string) => void>();
  const written = (text: string, status?: number) => {
    const data = {};
    texts.set(data, text);
    return { http: { status, headers: new HeaderMap() }, body: { kind: 'single' as const, singleResult: { data } } };
  };
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
      async requestDidStart({ request: { http } }) {
        const isGet = http?.method === 'GET';
        let key: string | null = null;
        let before: SeenVersion | null = null;
        return {
          async responseForOperation({ schema, document, operation, queryHash, request }) {
            if (!isScholarly(schema, document, operation)) return null;
            key = keyOf(queryHash, request.operationName, request.variables);
            if (key === null) return null;
            before = isGet ? await cache.current() : cache.before();
            if (isGet && before && http.headers.get('if-none-match') === tagOf(key, before)) return written('', 304);
            const answer = await cache.get(key);
            looked?.(Boolean(answer));
            return answer && written(answer.text);
          },
          async willSendResponse({ operation, contextValue, response: { body, http: answer } }) {
            if (operation?.operation === 'mutation') cache.expire();
            if (key === null || body.kind !== 'single') return;
            const { data, errors } = body.singleResult;
            if (!data || errors) return;
            const [question, version] = [key, before];
            if (!texts.has(data)) keeping.set(data, (text) => cache.keep(question, text, version));
            if (!isGet || !version || contextValue.viewer) return;
            answer.headers.set('etag', tagOf(question, version));
            answer.headers.set('cache-control', CACHE_CONTROL);
            answer.headers.set('vary', 'accept, authorization, origin');
          },
        };
      },
    },
  };
}

/** What tells one question from another; null where it is too long to be kept, or has a number that JSON would write as null. */
function keyOf(queryHash: string | undefined, operationName: string | undefined, variables: unknown): string | null {
  let isExact = true;
  const text = JSON.stringify([operationName ?? null, variables ?? {}], (_, value) => {
    if (typeof value === 'number' && !Number.isFinite(value)) isExact = false;
    return value;
  });
  if (queryHash === undefined || !isExact || text.length > MAX_VARIABLES) return null;
  return `${queryHash} ${createHash('sha256').update(text).digest('base64url')}`;
}

/** Names an answer: weak, since the same may be written in other bytes. */
const tagOf = (key: string, { version }: SeenVersion): string =>
  `W/"${createHash('sha256').update(`${projectVersion} ${version} ${key}`).digest('base64url').slice(0, 27)}"`;
