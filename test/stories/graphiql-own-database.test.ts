import type { Browser, Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import { hasChromium, browserTest as test } from '../support/browser-test.ts';
import { databaseForTest } from '../support/databases.ts';
import { pressPlay } from '../support/press-play.ts';
import { serverForTest } from '../support/server-test.ts';

// Each test makes a database and opens a page over it: seconds, which a busy machine multiplies.
describe.skipIf(!hasChromium)("GraphiQL over somebody's own database", { timeout: 120_000 }, () => {
  async function openOver(browser: Browser, script: string): Promise<Page> {
    const { database, exec } = await databaseForTest('empty');
    await exec(script);
    const server = await serverForTest(database);
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    onTestFinished(async () => {
      await page.close();
    });
    await page.goto(`${server.url}/graphql`);
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
    return page;
  }
  /** Monaco draws blanks as no-break spaces. */
  const textOf = (page: Page, pane: string) => async (): Promise<string | undefined> => {
    const text = await page.getByRole('region', { name: pane }).locator('.view-lines').first().textContent();
    return text?.replaceAll('\u00a0', ' ');
  };

  test('the walk starts from the newest run, says so, and answers at the first press of play', async ({
    browser,
  }) => {
    const page = await openOver(
      browser,
      `
      insert into workflow.run_records (run_id, record_kind, step, record_key, status, created_at, updated_at)
      values ('older', 'run', '', 'main', 'completed', '2026-01-01', '2026-01-01'),
             ('newest "of" mine', 'run', '', 'main', 'running', '2026-02-01', '2026-02-01')`,
    );
    const note = '# runId: "newest \\"of\\" mine" is the newest run of this database.';
    await expect.poll(textOf(page, 'Operation Editor')).toContain(note);
    await expect.poll(textOf(page, 'Variables')).toContain('"runId": "newest \\"of\\" mine"');
    expect(await textOf(page, 'Operation Editor')()).not.toContain('demo-walk');
    const { data } = await (await pressPlay(page, 'Walk')).json();
    expect(data.workflowRun).toMatchObject({ runId: 'newest "of" mine', status: 'running' });
  });

  test('says of an empty one that there is no run yet', async ({ browser }) => {
    const page = await openOver(browser, 'select 1');
    const note = '# This database has no run to start with; "demo-walk" is of the demo.';
    await expect.poll(textOf(page, 'Operation Editor')).toContain(note);
  });
});
