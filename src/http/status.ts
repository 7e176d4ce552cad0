import type { ApolloServerPlugin } from '@apollo/server';

/** What is wrong with the request itself, as GraphQL sees it. */
const REQUEST_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * The status of an answer without data: 503, or 504 where it took too long, with Retry-After where the database does not answer. Where GraphQL finds the
 * request wrong it is 200 for clients that ask for `application/json`, which is how they tell an answer of GraphQL's
 * from one of a proxy; those that know `application/graphql-response+json` get 400 (GraphQL over HTTP, 6.4).
 */
export const statusPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors = [] }) {
        if (errors.length === 0 || response.body.kind !== 'single' || hasData(response.body.singleResult.data)) return;
        const { http } = response;
        const coded = (wanted: string) => errors.find(({ extensions }) => extensions.code === wanted);
        const passing = coded('UNAVAILABLE') ?? coded('TIMEOUT');
        if (passing) {
          http.status = passing.extensions.code === 'UNAVAILABLE' ? 503 : 504;
          http.headers.set('retry-after', String(passing.extensions.retryAfter));
        } else if (http.status === 400 && !knowsGraphQL(request.http?.headers.get('accept'))) {
          if (errors.every(({ extensions }) => REQUEST_ERRORS.has(String(extensions.code)))) http.status = 200;
        }
      },
    };
  },
};

const knowsGraphQL = (accept: string | undefined): boolean =>
  accept?.includes('application/graphql-response+json') ?? false;

const hasData = (data: Record<string, unknown> | null | undefined): boolean =>
  data != null && Object.values(data).some((value) => value !== null);
