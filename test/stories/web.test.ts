import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { preview } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CHROMIUM, chromiumArgs } from '../support/chromium.ts';
import { testDatabase } from '../support/databases.ts';
import { startServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { useServer } from '../support/use-server.ts';

// The example page, built and clicked through.
const WEB = join(import.meta.dirname, '../../examples/web');
const api = useServer('demo');

/** The built page, which passes its queries on to a server. */
async function serve(target: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = await preview({
    root: WEB,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, strictPort: false, proxy: { '/graphql': target } },
  });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || !address) throw new Error('The page has no port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

describe.skipIf(!existsSync(CHROMIUM))(`the example page (needs ${CHROMIUM})`, () => {
  let browser: Browser;
  let page: Page;
  let web: Awaited<ReturnType<typeof serve>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    await promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: WEB });
    web = await serve(api().url);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: chromiumArgs });
    page = await browser.newPage({ viewport: { width: 1200, height: 700 } });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(web.url);
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  const HEADERS = `select run_id, status from workflow.run_records
    where record_kind = 'run' and step = '' and record_key = 'main'`;
  const shown = (): Promise<string[]> => page.locator('tbody a').allInnerTexts();

  test('lists runs newest first, and more as one scrolls', async () => {
    const rows = await api().sql(`select run_id from (${HEADERS.replace('run_id', 'run_id, created_at')}) as h
      order by created_at desc, run_id desc`);
    const expected = rows.map(({ run_id }) => run_id);
    await page.locator('tbody a').nth(14).waitFor();
    expect((await shown()).slice(0, 15)).toEqual(expected.slice(0, 15));
    while ((await shown()).length < expected.length) {
      await page.mouse.wheel(0, 2000);
      await page.locator('tbody a').last().scrollIntoViewIfNeeded();
    }
    expect(await shown()).toEqual(expected);
  });

  test('filters by status and by text', async () => {
    const [failed] = await api().sql(
      `select count(*)::int as count from (${HEADERS}) as h where status = 'failed'`,
    );
    await page.getByLabel('Status').selectOption('failed');
    await page.locator('tbody').getByText('completed').first().waitFor({ state: 'detached' });
    await page.locator('tbody a').first().waitFor();
    expect(await shown()).toHaveLength(Number(failed?.count));
    await page.getByLabel('Run or workstream').fill('no such run');
    await page.getByText('No run is like this.').waitFor();
    await page.getByLabel('Status').selectOption('');
    await page.getByLabel('Run or workstream').fill('demo-walk');
    await page.locator('tbody a', { hasText: /^demo-walk$/ }).waitFor();
  });

  test('shows a run: its steps, and its tokens by step and model', async () => {
    await page.locator('tbody a', { hasText: /^demo-walk$/ }).click();
    await page.getByRole('heading', { name: 'demo-walk' }).waitFor();
    const steps = await page.locator('ol li').allInnerTexts();
    expect(steps).toContain('prep: completed');
    const sums = await api().sql(`select step, model, sum(total_tokens)::int as sum
      from observability.token_usage where run_id = 'demo-walk' group by 1, 2 having sum(total_tokens) > 0`);
    await page.locator('figure .bar').first().waitFor();
    const titles = await page
      .locator('figure i')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('title')));
    expect(titles.filter((title) => !title?.endsWith(': 0 tokens')).sort()).toEqual(
      sums
        .map(({ step, model, sum }) => `${step}, ${model}: ${Number(sum).toLocaleString('en')} tokens`)
        .sort(),
    );
    const { WEB_SCREENSHOT: path } = process.env;
    if (path) await page.screenshot({ path, fullPage: true });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('goes back to the list', async () => {
    await page.goBack();
    await page.locator('tbody a').first().waitFor();
  });

  test('with a token that may not read texts, shows what did load and says what did not', async () => {
    const { database, close } = await testDatabase('demo');
    const server = await startServer(database, { secrets: { jwtSecret: JWT_SECRET } });
    const guarded = await serve(server.url);
    const tab = await browser.newPage();
    onTestFinished(async () => {
      await tab.close();
      await guarded.close();
      await server.close();
      await close();
    });
    await tab.goto(`${guarded.url}/#/runs/demo-walk`);
    await tab.getByRole('alert').filter({ hasText: 'UNAUTHENTICATED' }).first().waitFor();
    const { authorization } = await bearer({ scope: 'lineage:read' });
    await tab.getByLabel('Token').fill(authorization.replace('Bearer ', ''));
    await tab.getByRole('heading', { name: 'demo-walk' }).waitFor();
    expect(await tab.locator('ol li').allInnerTexts()).toContain('prep: completed');
    const refused = tab.locator('h2:has-text("Questions") + [role=alert]');
    expect(await refused.textContent()).toMatch(/^FORBIDDEN .*content:read/);
    expect(await tab.locator('h2:has-text("Shards") + [role=alert]').count()).toBe(0);
  });
});
