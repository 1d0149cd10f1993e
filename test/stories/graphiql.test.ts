import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { EXAMPLES } from '../../src/graphiql/examples.ts';
import { CHROMIUM, hasChromium, shot, browserTest as test } from '../support/browser-test.ts';
import { pressPlay } from '../support/press-play.ts';
import type { Answer } from '../support/server.ts';
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

const OTHER_TABS = EXAMPLES.slice(1).map((name) =>
  name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
);

describe.skipIf(!hasChromium)(`in a browser (${CHROMIUM})`, () => {
  let page: Page;
  const elsewhere: string[] = [];
  const complaints: string[] = [];

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(api().url))
        elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    // What the content security policy forbids, the browser says on the console.
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${api().url}/graphql`);
    await page.locator('.graphiql-execute-button').waitFor();
  });

  const run = async (operation: string): Promise<Answer> => (await pressPlay(page, operation)).json();

  test('opens with the walk, which runs at one click', async () => {
    const tabs = await page.locator('.graphiql-tab').allInnerTexts();
    expect(tabs.map((tab) => tab.trim())).toEqual(['Walk', ...OTHER_TABS]);
    await page.getByText('to run the query. The answer appears here.').waitFor();
    const variables = page.getByRole('region', { name: 'Variables' }).locator('.view-lines').first();
    await expect.poll(() => variables.textContent()).toMatch(/"runId":\s*"demo-walk"/);
    const { data, errors } = await run('Walk');
    expect(errors).toBeUndefined();
    expect(data.workflowRun).toMatchObject({ runId: 'demo-walk', status: 'completed' });
    await page.locator('.result-window', { hasText: '"workflowRun"' }).waitFor();
    await page.getByText('The answer appears here.').waitFor({ state: 'detached' });
    await shot(page, 'walk');
  });

  test('keeps its title on one line, and puts the panes below each other where there is no room', async () => {
    const title = page.locator('.graphiql-logo');
    const lines = (): Promise<number> =>
      title.evaluate(
        (element) => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).fontSize),
      );
    const wide = { width: 1500, height: 950 };
    for (const width of [wide.width, 1000, 800, 600, 360]) {
      await page.setViewportSize({ width, height: 950 });
      expect(await lines()).toBeLessThan(2);
    }
    const [query, answer] = await Promise.all(
      ['.graphiql-editors', '.graphiql-response'].map((pane) => page.locator(pane).boundingBox()),
    );
    expect(answer?.y).toBeGreaterThanOrEqual((query?.y ?? Number.NaN) + (query?.height ?? Number.NaN));
    expect(query?.width).toBeGreaterThan(250);
    await shot(page, 'narrow');
    await page.setViewportSize(wide);
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
    await expect.poll(() => items.allTextContents()).toContain('Walk');
    await shot(page, 'history');
  });

  describe('the explorer', () => {
    const explorer = () => page.getByRole('region', { name: 'Explorer' });
    const written = (): Promise<string | null> =>
      page.locator('.graphiql-query-editor .view-lines').textContent();

    test('opens at its top, and leaves the keyboard where it was', async () => {
      await page.getByRole('button', { name: 'New tab' }).click();
      await page.getByRole('button', { name: 'Show Explorer' }).click();
      await explorer().getByText('One object').waitFor();
      expect(await page.evaluate('document.querySelector(".graphiql-plugin").scrollTop')).toBe(0);
      const focused = 'document.querySelector(".graphiql-plugin").contains(document.activeElement)';
      expect(await page.evaluate(focused)).toBe(false);
    });

    test('makes a valid query of ticks, arguments and all', async () => {
      await explorer().locator('summary', { hasText: 'Lists' }).first().click();
      await explorer().getByLabel('workflowRuns', { exact: false }).first().check();
      await expect.poll(written).toMatch(/workflowRuns\s*\{\s*nodes\s*\{\s*id/);
      await explorer().getByText('Arguments').first().click();
      await explorer().getByLabel('first', { exact: false }).first().check();
      const first = explorer().getByRole('textbox', { name: 'first' });
      await first.fill('3');
      await expect.poll(written).toMatch(/first:\s3/);
      await first.fill('3x');
      expect(await first.getAttribute('aria-invalid')).toBe('true');
      expect(await written()).toMatch(/first:\s3\D/);
      await shot(page, 'explorer');
    });

    test('folds its groups', async () => {
      const group = explorer().locator('summary', { hasText: 'One object' }).first();
      const field = explorer().getByText('asyncJob', { exact: true });
      await group.click();
      await field.waitFor({ state: 'detached' });
      await group.click();
      await field.waitFor();
    });
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
    await shot(page, 'documentation');
  });

  test('asks nothing of other servers and complains of nothing', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});
