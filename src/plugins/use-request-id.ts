import type { Plugin } from 'graphql-yoga';
import { requestIdOf } from './request-id.ts';

/** Gives every answer the id under which the log knows it. */
export function useRequestId(): Plugin {
  return {
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}
