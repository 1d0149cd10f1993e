import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import { badRequest, type LineageError } from '../errors.ts';

const asUtf8 = (type: string): string => `${type}; charset=utf-8`;
/** What Yoga can answer with; the first for callers who prefer none. */
const JSON_TYPES = ['application/json', 'application/graphql-response+json'].map(asUtf8);
/** What it makes streams of. */
const STREAMS = ['text/event-stream', 'multipart/mixed'].map(asUtf8);

/** What nearly all send. */
const PLAIN: ReadonlySet<string> = new Set([
  '',
  '*/*',
  'application/json',
  'application/graphql-response+json',
]);

/**
 * 406 for a caller who accepts nothing that this server gives, before anything is run; Yoga would run it and send
 * nothing. For others, `accept` becomes the one type that serves them best: Yoga would take the first that is named, even
 * at `q=0`.
 */
export function chooseAnswerType(headers: IncomingHttpHeaders): LineageError | undefined {
  if (headers.accept === undefined || PLAIN.has(headers.accept)) return undefined;
  const accepted = new Negotiator({ headers });
  const chosen = accepted.mediaType(JSON_TYPES) ?? accepted.mediaType(STREAMS);
  if (chosen === undefined)
    return badRequest(406, 'Accept application/graphql-response+json or application/json, as UTF-8.');
  headers.accept = chosen;
  return undefined;
}
