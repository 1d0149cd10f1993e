import type { Plugin } from 'graphql-yoga';
import { badRequest } from '../errors.ts';
import type { ServerContext } from '../http/request-facts.ts';

/** What Yoga can answer with: JSON, and what it makes streams of. */
const TYPES: ReadonlySet<string> = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/graphql-response+json',
  'text/*',
  'text/event-stream',
  'multipart/*',
  'multipart/mixed',
]);

/** Refuses with 406 a caller who accepts nothing that this server gives, before anything is run; Yoga would run it and send nothing. */
export function useAnswerType(): Plugin<object, ServerContext> {
  return {
    onRequestParse({ request, endResponse, fetchAPI, serverContext: { facts } }) {
      const accept = request.headers.get('accept');
      if (accept === null || accept === '' || accept.split(',').some(isServed)) return;
      const message = 'Accept application/graphql-response+json or application/json, as UTF-8.';
      const { code } = badRequest(406, message);
      facts.record.codes = [code];
      const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      endResponse(new fetchAPI.Response(body, { status: 406, headers }));
    },
  };
}

function isServed(accepted: string): boolean {
  const [type = '', ...parameters] = accepted.replaceAll(/\s/g, '').toLowerCase().split(';');
  const charset = parameters.find((one) => one.includes('charset=')) ?? 'charset=utf-8';
  return TYPES.has(type) && charset === 'charset=utf-8';
}
