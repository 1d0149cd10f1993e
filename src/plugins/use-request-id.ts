import type { Plugin } from 'graphql-yoga';
import { requestIdOf } from './request-id.ts';
import type { ServerContext } from './server-context.ts';

/** Gives every answer the id under which the log knows it. */
export function useRequestId(): Plugin<object, ServerContext> {
  return {
    // Not on the answer's own headers: Yoga then copies them one by one.
    onResponse({ request, serverContext: { res } }) {
      res.setHeader('x-request-id', requestIdOf(request));
    },
  };
}
