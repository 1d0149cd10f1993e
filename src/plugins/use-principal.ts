import type { Plugin } from 'graphql-yoga';
import { principalOf, type ServerContext } from '../http/request-facts.ts';

/** Refuses a caller without a valid token before anything of the request is read. */
export function usePrincipal(): Plugin<object, ServerContext> {
  return {
    onRequestParse({ serverContext: { facts } }) {
      principalOf(facts);
    },
  };
}
