import type { Plugin } from 'graphql-yoga';
import { badRequest } from '../errors.ts';
import { bodyReader, readAddress } from '../http/request-body.ts';

/**
 * Reads the parameters of GET and POST, bodies of `limit` bytes at most (else 413). In place of Yoga's parsers, which
 * compare media types by case, decode whatever is no UTF-8, and fail with 500 at JSON in the address.
 */
export function useRequestParser(limit: number): Plugin {
  return {
    onRequestParse({ request: { method, headers }, setRequestParser }) {
      if (method === 'GET') setRequestParser(({ url }) => readAddress(url));
      if (method !== 'POST') return;
      if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
      const read = bodyReader(headers);
      setRequestParser(async (request) => read(await bytesOf(request, limit)));
    },
  };
}

/** Node holds a body to its content-length, so only one without (chunked) is counted while it is read. */
async function bytesOf(request: Request, limit: number): Promise<Uint8Array> {
  if (request.headers.has('content-length')) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    // The rest is read and dropped: a caller who is cut off while sending would not see the answer.
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw tooLarge(limit);
  return Buffer.concat(chunks);
}

const tooLarge = (limit: number) => badRequest(413, `A request body takes ${limit} bytes at most.`);
