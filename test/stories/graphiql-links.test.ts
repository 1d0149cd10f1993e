import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import { hasChromium, browserTest as test } from '../support/browser-test.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');
const QUERY = 'query Shared($first: Int = 2) {\n  workflowRuns(first: $first) {\n    totalCount\n  }\n}';
const VARIABLES = '{"first": 1, "text": "a & b + c #1 %20 ünï"}';

// Each test opens pages of its own: seconds, which a busy machine multiplies.
describe.skipIf(!hasChromium)('a link to a query', { timeout: 120_000 }, () => {
  /** A visitor who was never here, unless `context` is of one who was. */
  async function visit(browser: Browser, address: string, context?: BrowserContext): Promise<Page> {
    const visitor = context ?? (await browser.newContext());
    if (!context) onTestFinished(() => visitor.close());
    const page = await visitor.newPage();
    await page.goto(`${api().url}/graphql${address}`);
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
    return page;
  }
  /** Monaco draws blanks as no-break spaces. */
  const textOf = (page: Page, pane: string) => async (): Promise<string | undefined> => {
    const text = await page.getByRole('region', { name: pane }).locator('.view-lines').first().textContent();
    return text?.replaceAll('\u00a0', ' ');
  };
  const parameters = new URLSearchParams({ query: QUERY, variables: VARIABLES }).toString();

  test.for(['?', '#'])(
    '%s opens the query and its variables in a tab of their own, as the first',
    async (mark, { browser }) => {
      const page = await visit(browser, `${mark}${parameters}`);
      await expect.poll(textOf(page, 'Operation Editor')).toContain('query Shared($first: Int = 2)');
      await expect.poll(textOf(page, 'Variables')).toContain('"a & b + c #1 %20 ünï"');
      expect(await page.locator('.graphiql-tab').first().textContent()).toContain('Shared');
      expect(page.url()).toBe(`${api().url}/graphql`);
    },
  );

  test('adds a tab for a visitor who has tabs already, and opens no second one when it is opened again', async ({
    browser,
  }) => {
    const visitor = await browser.newContext();
    onTestFinished(() => visitor.close());
    await visit(browser, '', visitor);
    const shared = async (): Promise<number> => {
      const page = await visit(browser, `#${parameters}`, visitor);
      await expect.poll(textOf(page, 'Operation Editor')).toContain('query Shared');
      return page.locator('.graphiql-tab', { hasText: 'Shared' }).count();
    };
    expect(await shared()).toBe(1);
    expect(await shared()).toBe(1);
  });

  test('is copied by the button, without the token and the headers', async ({ browser }) => {
    const page = await visit(browser, `#${parameters}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: api().url });
    await page.evaluate('sessionStorage.setItem("lineage-token", "a.secret.token")');
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.getByRole('region', { name: 'Headers' }).locator('.view-lines').last().click();
    await page.keyboard.type('{"authorization": "Bearer another-secret');
    await expect.poll(textOf(page, 'Operation Editor')).toContain('query Shared');
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await page.getByText('The link is copied.').first().waitFor();
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(link).not.toContain('secret');
    const opened = new URL(link);
    expect(opened.origin + opened.pathname).toBe(`${api().url}/graphql`);
    const { query, variables } = Object.fromEntries(new URLSearchParams(opened.hash.slice(1)));
    expect({ query, variables }).toEqual({ query: QUERY, variables: VARIABLES });
  });

  test('stands in the address bar where a page may not copy', async ({ browser }) => {
    const page = await visit(browser, `#${parameters}`);
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"))');
    await expect.poll(textOf(page, 'Operation Editor')).toContain('query Shared');
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await page.getByText('The link is in the address bar.').first().waitFor();
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('query')).toBe(QUERY);
  });
});
