import type { Plugin } from 'graphql-yoga';
import { badRequest, type LineageError } from '../errors.ts';

/**
 * Refuses bodies of more than `limit` bytes with 413. Node holds a body to its content-length, so only one without
 * (chunked) is counted while it is read. Yoga's own limit passes every body through a stream, which costs as much
 * as all the rest of a small request.
 */
export function useBodyLimit(limit: number): Plugin {
  const tooLarge = (): LineageError => badRequest(413, `A request body takes ${limit} bytes at most.`);
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const length = request.headers.get('content-length');
      if (Number(length ?? 0) > limit) throw tooLarge();
      if (length !== null || !requestParser || request.method === 'GET') return;
      setRequestParser(async ({ url, method, headers, body }) => {
        const chunks: Uint8Array[] = [];
        let size = 0;
        for await (const chunk of body ?? []) {
          size += chunk.byteLength;
          // The rest is read and dropped: a caller who is cut off while sending would not see the answer.
          if (size <= limit) chunks.push(chunk);
        }
        if (size > limit) throw tooLarge();
        return requestParser(new fetchAPI.Request(url, { method, headers, body: Buffer.concat(chunks) }));
      });
    },
  };
}
