import type { IncomingHttpHeaders } from 'node:http';
import { badRequest, type LineageError } from '../errors.ts';

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

/** 406 for a caller who accepts nothing that this server gives, before anything is run; Yoga would run it and send nothing. */
export function checkAnswerType({ accept }: IncomingHttpHeaders): LineageError | undefined {
  if (accept === undefined || accept === '' || accept.split(',').some(isServed)) return undefined;
  return badRequest(406, 'Accept application/graphql-response+json or application/json, as UTF-8.');
}

function isServed(accepted: string): boolean {
  // What nearly all send.
  if (TYPES.has(accepted)) return true;
  const [type = '', ...parameters] = accepted.replaceAll(/\s/g, '').toLowerCase().split(';');
  const charset = parameters.find((one) => one.includes('charset=')) ?? 'charset=utf-8';
  return TYPES.has(type) && charset === 'charset=utf-8';
}
