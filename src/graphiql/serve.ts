import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** Made by `npm run graphiql`, which `npm ci` runs. */
const BUILT = join(import.meta.dirname, '../../dist/graphiql');
/** What the page loads; the names hold digests of the contents. */
const ASSET = /^\/graphiql\/[\w.-]+$/;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** Lets run what this server sends, and ask this server; nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The editor writes its colours as it runs.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface File {
  readonly gzipped: Buffer;
  readonly etag: string;
}

const files = new Map<string, Promise<File>>();

async function load(path: string): Promise<File> {
  const gzipped = await promisify(gzip)(await readFile(join(BUILT, path)), { level: 9 });
  const etag = `"${createHash('sha256').update(gzipped).digest('base64url').slice(0, 22)}"`;
  return { gzipped, etag };
}

/** Each file is read and compressed once. A name that is not there is not remembered: callers choose it. */
function fileAt(path: string): Promise<File> {
  const known = files.get(path);
  if (known) return known;
  const loaded = load(path);
  files.set(path, loaded);
  loaded.catch(() => files.delete(path));
  return loaded;
}

/** True for a browser that opens the endpoint, as opposed to a client that queries it, and for what the page loads. */
export const wantsGraphiql = (
  endpoint: string,
  path: string,
  { method, headers }: IncomingMessage,
): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (path === endpoint ? (headers.accept?.includes('text/html') ?? false) : ASSET.test(path));

/** Answers with the page, or with a file of it. Rejects where GraphiQL was not built. */
export async function sendGraphiql(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isAsset = ASSET.test(path);
  const name = isAsset ? path.slice(1) : 'index.html';
  const { gzipped, etag } = await fileAt(name);
  // The page is asked for again by its etag, which costs a few bytes; its files never change.
  response.setHeader('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('etag', etag).setHeader('content-security-policy', POLICY);
  response.setHeader('vary', 'accept, accept-encoding');
  response.setHeader('content-type', CONTENT_TYPES[extname(name)] ?? 'application/octet-stream');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
  } else if (/\bgzip\b/.test(String(request.headers['accept-encoding']))) {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': gzipped.length }).end(gzipped);
  } else {
    response.end(await promisify(gunzip)(gzipped));
  }
}
