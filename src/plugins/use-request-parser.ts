import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { untilStopped } from '../deadline.ts';
import { badRequest } from '../errors.ts';
import { bodyReader, readAddress } from '../http/request-body.ts';
import type { ServerContext } from '../http/request-facts.ts';

/**
 * Reads the parameters of GET and POST, bodies of `limit` bytes at most (else 413). In place of Yoga's parsers, which
 * compare media types by case, decode whatever is no UTF-8, and fail with 500 at JSON in the address.
 */
export function useRequestParser(limit: number): Plugin<object, ServerContext> {
  return {
    onRequestParse({ serverContext: { req, res, facts }, setRequestParser }) {
      if (req.method === 'GET') setRequestParser(() => readAddress(req.url ?? ''));
      if (req.method !== 'POST') return;
      if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
      const read = bodyReader(req.headers);
      setRequestParser(async () => {
        const bytes = await untilStopped(bytesOf(req, limit), facts.stop).catch((error: unknown) => {
          // What is still on its way of the body would be read as the next request.
          if (!req.complete && !res.headersSent) res.setHeader('connection', 'close');
          throw error;
        });
        return read(bytes);
      });
    },
  };
}

/** Straight from Node: the same through a Request costs as much as the rest of the parser. */
function bytesOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      // The rest is read and dropped: a caller who is cut off while sending would not see the answer.
      if (size <= limit) chunks.push(chunk);
    });
    request.once('end', () => (size > limit ? reject(tooLarge(limit)) : resolve(Buffer.concat(chunks))));
    request.once('error', () => reject(badRequest(400, 'The request body ended early.')));
  });
}

const tooLarge = (limit: number) => badRequest(413, `A request body takes ${limit} bytes at most.`);
