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
  readonly policy: string;
}

let page: Promise<Page> | undefined;

/** GraphiQL with all its scripts in one page, so that it works without internet. 9 MB, compressed once. */
async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const folder = join(import.meta.dirname, '../examples');
  const tabs = EXAMPLES.map((name) => ({ query: readFileSync(join(folder, `${name}.graphql`), 'utf8') }));
  const html = renderGraphiQL({ title: 'Ragonometrics lineage', defaultTabs: tabs });
  const body = await promisify(gzip)(html, { level: 9 });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, etag, policy: contentSecurityPolicy(html) };
}

/** Lets run what stands in the page, known by its hashes, and ask this server; nothing else. */
function contentSecurityPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) =>
    // Browsers hash what they parsed, in which every line break is one character.
    createHash('sha256').update(script.replace(/\r\n?/g, '\n')).digest('base64'),
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    // The editor writes its colours as it runs.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** True for a browser that opens the endpoint, as opposed to a client that queries it. */
export const wantsPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && (headers.accept?.includes('text/html') ?? false);

/** Answers a browser with the page. */
export async function sendGraphiql({ headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  page ??= makePage();
  const { body, etag, policy } = await page;
  // no-cache: kept by the browser, and asked for again by its etag, which costs a few bytes.
  response.setHeader('cache-control', 'no-cache').setHeader('etag', etag);
  response.setHeader('content-security-policy', policy);
  response.setHeader('vary', 'accept, accept-encoding').setHeader('content-type', 'text/html; charset=utf-8');
  if (headers['if-none-match'] === etag) {
    response.writeHead(304).end();
  } else if (/\bgzip\b/.test(String(headers['accept-encoding']))) {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length }).end(body);
  } else {
    response.end(await promisify(gunzip)(body));
  }
}
