import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { CHROMIUM, chromiumArgs } from '../support/chromium.ts';
import { testDatabase } from '../support/databases.ts';
import { type Answer, startServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');
const getPage = (headers: Record<string, string>): Promise<Response> =>
  fetch(`${api().url}/graphql`, { headers: { accept: 'text/html', ...headers } });

describe('the page', () => {
  test('is compressed, and not sent again to a browser that has it', async () => {
    const page = await getPage({});
    expect(page.headers.get('content-encoding')).toBe('gzip');
    const again = await getPage({ 'if-none-match': page.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('names its files by what is in them, so that a browser keeps them', async () => {
    const html = await (await getPage({})).text();
    const paths = [...html.matchAll(/(?:src|href)="(\.\/graphiql\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) {
      const file = await fetch(new URL(path, `${api().url}/graphql`));
      expect(file.headers.get('cache-control')).toContain('immutable');
      expect(file.headers.get('content-encoding')).toBe('gzip');
      expect(file.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
    }
  });

  test('is plain for those who cannot decompress, and needs nothing from elsewhere', async () => {
    const page = await getPage({ 'accept-encoding': 'identity' });
    expect(page.headers.get('content-encoding')).toBeNull();
    const html = await page.text();
    expect(html).toContain('<title>Ragonometrics lineage</title>');
    expect(html).not.toMatch(/(src|href)=["']?http/);
  });

  test.each(['nothing.js', '%2e%2e%2fpackage.json', 'index.html'])(
    '/graphiql/%s is not there',
    async (name) => {
      const response = await fetch(`${api().url}/graphiql/${name}`);
      expect(response.status).toBe(404);
    },
  );

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
    page.on('console', (message) => {
      // The explorer's own, of every argument that is a list; nothing is wrong then.
      if (message.type() === 'error' && !message.text().startsWith('arg mismatch'))
        complaints.push(message.text());
    });
    await page.goto(`${api().url}/graphql`);
    await page.locator('.graphiql-execute-button').waitFor();
  });
  afterAll(() => browser?.close());

  /** For people to look at, and for the README. */
  async function shot(name: string, of = page): Promise<void> {
    const { GRAPHIQL_SCREENSHOTS: folder } = process.env;
    if (folder) await of.screenshot({ path: `${folder}/${name}.png` });
  }

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
    await shot('walk');
  });

  test.each(OTHER_TABS)('the tab %s answers with rows and without errors', async (name) => {
    await page.locator('.graphiql-tab', { hasText: name }).locator('button').first().press('Enter');
    const { data, errors } = await run(name);
    expect(errors).toBeUndefined();
    for (const value of Object.values<{ nodes?: unknown[] }>(data))
      expect(value?.nodes ?? [value]).not.toEqual([]);
  });

  test('remembers what was asked', async () => {
    await page.getByRole('button', { name: 'Show History' }).click();
    const items = page.locator('.graphiql-history-item-label');
    await expect.poll(() => items.allInnerTexts()).toContain('Walk');
    await shot('history');
  });

  test('has an explorer, by which a query is clicked together', async () => {
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    await page.locator('.docExplorerWrap').getByText('workflowRuns').first().waitFor();
    await shot('explorer');
  });

  test('has the documentation of every field', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).click();
    await page
      .locator('.graphiql-doc-explorer')
      .getByRole('link', { name: 'WorkflowRun', exact: true })
      .first()
      .click();
    await page.locator('.graphiql-doc-explorer').getByText('retrievalEvents').first().waitFor();
    await shot('documentation');
  });

  test('asks nothing of other servers and complains of nothing', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });

  test('on a server that needs a token, asks for one and sends it', async () => {
    const { database, close } = await testDatabase('demo');
    const server = await startServer(database, { secrets: { jwtSecret: JWT_SECRET } });
    const tab = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    onTestFinished(async () => {
      await tab.close();
      await server.close();
      await close();
    });
    await tab.goto(`${server.url}/graphql`);
    await tab.getByText('No token is sent now.').waitFor();
    await shot('token', tab);
    const { authorization } = await bearer({ scope: 'lineage:read content:read' });
    await tab.getByLabel('The token').fill(authorization);
    await tab.getByRole('button', { name: 'Use it' }).click();
    await tab.getByText('A token is sent now.').waitFor();
    const answered = tab.waitForResponse(
      (response) => response.request().postDataJSON()?.operationName === 'Walk' && response.status() === 200,
    );
    await vi.waitFor(() => tab.locator('.graphiql-execute-button').click({ timeout: 2000 }));
    expect((await (await answered).json()).data.workflowRun.runId).toBe('demo-walk');
    // In no place that outlives the tab.
    expect(await tab.evaluate('JSON.stringify(localStorage)')).not.toContain(authorization.slice(7));
  });
});
