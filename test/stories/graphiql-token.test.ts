import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, chromiumArgs } from '../support/chromium.ts';
import { type TestDatabase, testDatabase } from '../support/databases.ts';
import { pressPlay } from '../support/press-play.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

describe.skipIf(!existsSync(CHROMIUM))('GraphiQL on a server that needs a token', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  // Starting takes the longest, and its time is not that of the tests.
  beforeAll(async () => {
    opened = await testDatabase('demo');
    server = await startServer(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: chromiumArgs });
    page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.setDefaultTimeout(60_000);
    await page.goto(`${server.url}/graphql`);
    await page.getByText('No token is sent now.').waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await opened?.close();
  });

  test('asks for it, sends it, and keeps it nowhere that outlives the tab', { timeout: 90_000 }, async () => {
    const { GRAPHIQL_SCREENSHOTS: folder } = process.env;
    if (folder) await page.screenshot({ path: `${folder}/token.png` });
    const { authorization } = await bearer({ scope: 'lineage:read content:read' });
    await page.getByLabel('The token').fill(authorization);
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('A token is sent now.').waitFor();
    // With the token GraphiQL starts anew, and asks for the schema before it knows the operation.
    await page.getByText('"demo-walk"').first().waitFor();
    const answered = await pressPlay(page, 'Walk');
    expect(answered.status()).toBe(200);
    expect((await answered.json()).data.workflowRun.runId).toBe('demo-walk');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(authorization.slice(7));
  });
});
