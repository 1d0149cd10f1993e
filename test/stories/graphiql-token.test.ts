import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasChromium, shot, browserTest as test } from '../support/browser-test.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { pressPlay } from '../support/press-play.ts';
import type { TestServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

describe.skipIf(!hasChromium)('GraphiQL on a server that needs a token', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let page: Page;
  // Starting takes the longest, and its time is not that of the tests.
  const open = closedAfterAll();
  test.beforeAll(async ({ browser }) => {
    opened = await open.database('demo');
    server = await open.server(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.setDefaultTimeout(60_000);
    await page.goto(`${server.url}/graphql`);
    await page.getByText('No token is sent now.').waitFor();
  }, 120_000);

  test('asks for it, sends it, and keeps it nowhere that outlives the tab', { timeout: 90_000 }, async () => {
    await shot(page, 'token');
    const { authorization } = await bearer({ scope: 'lineage:read content:read' });
    await page.getByLabel('The token').fill(authorization);
    const known = page.waitForResponse(
      (response) => response.ok() && response.request().headers().authorization === authorization,
    );
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('A token is sent now.').waitFor();
    await known;
    // With the token GraphiQL starts anew, and asks for the schema before it knows the operation.
    await page.getByText('"demo-walk"').first().waitFor();
    const answered = await pressPlay(page, 'Walk');
    expect(answered.status()).toBe(200);
    expect((await answered.json()).data.workflowRun.runId).toBe('demo-walk');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(authorization.slice(7));
  });
});
