import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** The examples that open as tabs, in this order; each is a tested file of its own. */
export const EXAMPLES = [
  'walk',
  'cost-of-a-run',
  'runs-of-a-workstream',
  'chunks-of-a-document',
  'what-failed-lately',
] as const;

interface Page {
  readonly body: Buffer;
  readonly etag: string;
}

let page: Promise<Page> | undefined;

/** GraphiQL with all its scripts in one page, so that it works without internet. 9 MB, compressed once. */
async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const folder = join(import.meta.dirname, '../examples');
  const tabs = EXAMPLES.map((name) => ({ query: readFileSync(join(folder, `${name}.graphql`), 'utf8') }));
  const html = renderGraphiQL({ title: 'Ragonometrics lineage', defaultTabs: tabs });
  const body = await promisify(gzip)(html, { level: 9 });
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** True for a browser that opens the endpoint, as opposed to a client that queries it. */
export const wantsPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && (headers.accept?.includes('text/html') ?? false);

/** Answers a browser with the page. */
export async function sendGraphiql({ headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  page ??= makePage();
  const { body, etag } = await page;
  // no-cache: kept by the browser, and asked for again by its etag, which costs a few bytes.
  response.setHeader('cache-control', 'no-cache').setHeader('etag', etag);
  response.setHeader('vary', 'accept, accept-encoding').setHeader('content-type', 'text/html; charset=utf-8');
  if (headers['if-none-match'] === etag) {
    response.writeHead(304).end();
  } else if (/\bgzip\b/.test(String(headers['accept-encoding']))) {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length }).end(body);
  } else {
    response.end(await promisify(gunzip)(body));
  }
}
