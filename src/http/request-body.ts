import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import type { GraphQLParams } from 'graphql-yoga';
import { badRequest } from '../errors.ts';
import { paramsOf } from './params.ts';

/** The types of a POST whose body is JSON, or the query itself. */
const JSON_TYPES: ReadonlySet<string> = new Set(['application/json', 'application/graphql+json']);
const QUERY_TYPE = 'application/graphql';
const CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii']);

/** How the body of a POST is read. Throws 415 for a body that cannot be read rightly. */
export function bodyReader(headers: IncomingHttpHeaders): (bytes: Uint8Array) => GraphQLParams {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity')
    throw badRequest(415, 'Request bodies are not decompressed: send them without content-encoding.', {
      'accept-encoding': 'identity',
    });
  const type = mediaType(headers['content-type'] ?? '');
  if (JSON_TYPES.has(type)) return (bytes) => readJson(decode(bytes));
  if (type === QUERY_TYPE) return (bytes) => paramsOf({ query: decode(bytes) });
  throw badRequest(415, 'Send queries as application/json.');
}

function mediaType(header: string): string {
  // What nearly all send.
  if (header === 'application/json') return header;
  let type: MIMEType;
  try {
    type = new MIMEType(header);
  } catch {
    throw badRequest(415, 'Send queries as application/json.');
  }
  const charset = type.params.get('charset')?.toLowerCase();
  if (charset !== undefined && !CHARSETS.has(charset)) throw badRequest(415, 'Send queries as UTF-8.');
  return type.essence;
}

/** `fatal`: other bytes would become replacement characters without a word. A byte order mark is dropped. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badRequest(400, 'The request body is not UTF-8.');
  }
}

function readJson(text: string): GraphQLParams {
  const value = parseJson(text, 'The request body');
  if (Array.isArray(value)) throw badRequest(400, 'Batches are not supported: send one request at a time.');
  return paramsOf(value);
}

/** The same from the address of a GET. */
export function readAddress(url: string): GraphQLParams {
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start + 1);
  checkEncoding(search);
  const given = new URLSearchParams(search);
  const text = (name: string): string | undefined => given.get(name) || undefined;
  const json = (name: string): unknown => {
    const value = text(name);
    return value === undefined ? undefined : parseJson(value, name);
  };
  return paramsOf({
    query: text('query'),
    operationName: text('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

/** URLSearchParams replaces what it cannot decode without a word. */
function checkEncoding(search: string): void {
  try {
    if (/[^\0-\x7f]/.test(search)) throw new URIError('not ASCII');
    decodeURIComponent(search);
  } catch {
    throw badRequest(400, 'The query string is not UTF-8 in percent-encoding.');
  }
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(400, `${what} is not valid JSON.`);
  }
}
