import type { Plugin } from 'graphql-yoga';
import { requestIdOf } from './request-id.ts';
import type { ServerContext } from './use-deadline.ts';

/** Gives every answer the id under which the log knows it. */
export function useRequestId(): Plugin<object, ServerContext> {
  return {
    onRequest({ request, serverContext: { res } }) {
      res.setHeader('x-request-id', requestIdOf(request));
    },
  };
}
