import type { ApolloServerPlugin } from '@apollo/server';

/** Answers 503 with Retry-After where a request got nothing since the database cannot be reached. */
export const unavailablePlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors }) {
        const unavailable = errors?.find(({ extensions }) => extensions.code === 'UNAVAILABLE');
        if (!unavailable || response.body.kind !== 'single' || hasData(response.body.singleResult.data)) return;
        response.http.status = 503;
        response.http.headers.set('retry-after', String(unavailable.extensions.retryAfter));
      },
    };
  },
};

const hasData = (data: Record<string, unknown> | null | undefined): boolean =>
  data != null && Object.values(data).some((value) => value !== null);
