import type { ServerResponse } from 'node:http';
import { ERROR_CODES } from '../error-codes.ts';
import type { LineageError } from '../errors.ts';

/** Answers a request that never reaches GraphQL, in the form of a GraphQL answer. */
export function sendError(response: ServerResponse, error: LineageError): void {
  const { http, ...extensions } = error.extensions;
  const body = JSON.stringify({ errors: [{ message: error.message, extensions }] });
  response
    .writeHead(statusOf(error), {
      ...httpOf(http).headers,
      'content-type': 'application/json; charset=utf-8',
    })
    .end(body);
}

/** The HTTP status of a request that fails with this error. */
export const statusOf = ({ code, extensions }: LineageError): number =>
  httpOf(extensions.http).status ?? ERROR_CODES[code].status;

interface Http {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const httpOf = (http: unknown): Http => (typeof http === 'object' && http !== null ? http : {});
