import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';
import Negotiator from 'negotiator';
import type { ServerContext } from '../http/request-facts.ts';

/** Below, the answer fits into two or three packets anyway. */
const WORTH_IT = 4096;

/** The caller's order decides. Brotli at 4 is as fast as gzip, and smaller. */
const COMPRESSORS: ReadonlyMap<string, (text: string) => Promise<Buffer>> = new Map([
  ['br', (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ['gzip', (text) => promisify(gzip)(text)],
]);
const ENCODINGS = [...COMPRESSORS.keys(), 'identity'];

/** Whole answers only: a stream is sent as it comes. */
const isWhole = (type: string | null): boolean => type !== null && /^application\/[\w.+-]*json\b/.test(type);

/** Compresses answers of more than a few kB for callers who accept it, on the threads of zlib. */
export function useCompression(): Plugin<object, ServerContext> {
  return {
    // No promise where there is nothing to do.
    onResponse({ response, setResponse, serverContext: { req }, fetchAPI }) {
      const accepted = req.headers['accept-encoding'];
      if (accepted === undefined || !isWhole(response.headers.get('content-type'))) return undefined;
      const encoding = new Negotiator(req).encoding(ENCODINGS) ?? 'identity';
      const compress = COMPRESSORS.get(encoding);
      if (!compress) return undefined;
      return response.text().then(async (text) => {
        if (text.length < WORTH_IT) return;
        const body = await compress(text);
        const headers = new fetchAPI.Headers(response.headers);
        headers.set('content-encoding', encoding);
        headers.set('content-length', String(body.length));
        headers.append('vary', 'accept-encoding');
        setResponse(new fetchAPI.Response(new Uint8Array(body), { status: response.status, headers }));
      });
    },
  };
}
