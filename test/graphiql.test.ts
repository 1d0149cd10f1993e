import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CHROMIUM, chromiumArgs } from './support/chromium.ts';
import type { Answer } from './support/server.ts';
import { useServer } from './support/use-server.ts';

const api = useServer('demo');
const getPage = (headers: Record<string, string>): Promise<Response> =>
  fetch(`${api().url}/graphql`, { headers: { accept: 'text/html', ...headers } });

describe('the page', () => {
  test('is compressed, and not sent again to a browser that has it', async () => {
    const page = await getPage({});
    expect(page.headers.get('content-encoding')).toBe('gzip');
    expect(Number(page.headers.get('content-length'))).toBeLessThan(3_000_000);
    const again = await getPage({ 'if-none-match': page.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is plain for those who cannot decompress, and needs nothing from elsewhere', async () => {
    const page = await getPage({ 'accept-encoding': 'identity' });
    expect(page.headers.get('content-encoding')).toBeNull();
    const html = await page.text();
    expect(html).toContain('<title>Ragonometrics lineage</title>');
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)=["']?http/);
  });

  test('does not stand in the way of queries by GET', async () => {
    const response = await fetch(`${api().url}/graphql?query={__typename}`);
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});

const OTHER_TABS = ['CostOfARun', 'RunsOfAWorkstream', 'ChunksOfADocument', 'WhatFailedLately'] as const;

describe.skipIf(!existsSync(CHROMIUM))(`in a browser (${CHROMIUM})`, () => {
  let browser: Browser;
  let page: Page;
  const elsewhere: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: chromiumArgs,
    });
    page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(api().url))
        elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    // What the content security policy forbids, the browser says on the console.
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${api().url}/graphql`);
    await page.locator('.graphiql-execute-button').waitFor();
  });
  afterAll(() => browser?.close());

  async function run(operation: string): Promise<Answer> {
    // GraphiQL looks for the operation some moments after it shows the tab; until then the button asks nothing.
    const ask = async (): Promise<Request> => {
      const request = page.waitForRequest((one) => one.method() === 'POST', { timeout: 2000 });
      // While a query runs the same button stops it.
      const button = page.locator('.graphiql-execute-button[aria-label^="Execute"]');
      const [asked] = await Promise.all([request, button.click({ timeout: 2000 })]);
      return asked;
    };
    const asked = await vi.waitFor(ask, { timeout: 25_000 });
    const response = await asked.response();
    if (!response) throw new Error(`${operation} got no answer.`);
    expect(response.request().postDataJSON()).toMatchObject({ operationName: operation });
    return JSON.parse(await response.text());
  }

  test('opens with the walk, which runs at one click', async () => {
    const tabs = await page.locator('.graphiql-tab').allInnerTexts();
    expect(tabs.map((tab) => tab.trim())).toEqual(['Walk', ...OTHER_TABS]);
    const { data, errors } = await run('Walk');
    expect(errors).toBeUndefined();
    expect(data.workflowRun).toMatchObject({ runId: 'demo-walk', status: 'completed' });
    await page.locator('.result-window', { hasText: '"workflowRun"' }).waitFor();
    const { GRAPHIQL_SCREENSHOT: path } = process.env;
    if (path) await page.screenshot({ path });
  });

  test.each(OTHER_TABS)('the tab %s answers with rows and without errors', async (name) => {
    await page.locator('.graphiql-tab', { hasText: name }).locator('button').first().press('Enter');
    const { data, errors } = await run(name);
    expect(errors).toBeUndefined();
    for (const value of Object.values<{ nodes?: unknown[] }>(data))
      expect(value?.nodes ?? [value]).not.toEqual([]);
  });

  test('asks nothing of other servers and complains of nothing', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});
