import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { describe, expect, onTestFinished } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { CHROMIUM, hasChromium, shot, browserTest as test } from '../support/browser-test.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import { databaseForTest } from '../support/databases.ts';
import { pressPlay } from '../support/press-play.ts';
import { serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { useServer } from '../support/use-server.ts';

// The example page, built and clicked through.
const WEB = join(import.meta.dirname, '../../examples/web');
const api = useServer('demo');

/** The built page, which passes its queries on to a server. */
const serve = (target: string): Promise<PreviewServer> =>
  preview({
    root: WEB,
    logLevel: 'error',
    preview: {
      host: '127.0.0.1',
      port: 0,
      strictPort: false,
      proxy: { '/graphql': target, '/graphiql': target },
    },
  });

function urlOf({ httpServer }: PreviewServer): string {
  const address = httpServer.address();
  if (typeof address !== 'object' || !address) throw new Error('The page has no port.');
  return `http://127.0.0.1:${address.port}`;
}

describe.skipIf(!hasChromium)(`the example page (needs ${CHROMIUM})`, () => {
  let page: Page;
  const forAll = closedAfterAll();
  let url: string;
  const complaints: string[] = [];

  test.beforeAll(async ({ browser }) => {
    await promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: WEB });
    url = urlOf(forAll.adopt(await serve(api().url), (web) => web.close()));
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(url);
  });

  const HEADERS = `select run_id, status, started_at from workflow.run_records
    where record_kind = 'run' and step = '' and record_key = 'main'`;
  const shown = (): Promise<string[]> => page.locator('.runs tbody a').allInnerTexts();
  const row = (runId: string) =>
    page.locator('.runs tr', { has: page.getByRole('link', { name: runId, exact: true }) });
  const count = (number: unknown): string => Number(number).toLocaleString('en');

  async function open(address: string, heading: string): Promise<void> {
    await page.goto(`${url}/${address}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState('networkidle');
  }

  test('lists runs by their start, and more as one scrolls', async () => {
    const rows = await api().sql(
      `select run_id from (${HEADERS}) as h order by started_at desc nulls first, run_id desc`,
    );
    const expected = rows.map(({ run_id }) => run_id);
    await page.locator('.runs tbody a').nth(14).waitFor();
    expect((await shown()).slice(0, 15)).toEqual(expected.slice(0, 15));
    await shot(page, 'runs');
    while ((await shown()).length < expected.length) {
      await page.mouse.wheel(0, 2000);
      await page.locator('.runs tbody a').last().scrollIntoViewIfNeeded();
    }
    expect(await shown()).toEqual(expected);
  });

  test('has bars of tokens and cost, of which the longest are the most; no calls are no unknown cost', async () => {
    const [most] = await api().sql(`select run_id, sum(total_tokens) as tokens from observability.token_usage
      where run_id in (select run_id from (${HEADERS}) as h) group by 1 order by 2 desc limit 1`);
    const longest = row(String(most?.run_id)).locator('.spark').first();
    expect(await longest.textContent()).toBe(count(most?.tokens));
    expect(await longest.locator('i').getAttribute('style')).toBe('width: 100%;');
    const [none] = await api().sql(`select run_id from (${HEADERS}) as h where not exists
      (select from observability.token_usage u where u.run_id = h.run_id) limit 1`);
    expect(await row(String(none?.run_id)).locator('.spark').allInnerTexts()).toEqual(['no calls', '–']);
    expect(await page.locator('.runs').textContent()).not.toContain('?');
  });

  test('keeps its filter in the address', async () => {
    const [failed] = await api().sql(
      `select count(*)::int as count from (${HEADERS}) as h where status = 'failed'`,
    );
    await page.getByLabel('Outcome').selectOption('failed');
    await page.getByRole('heading', { name: `Runs ${failed?.count} in this list` }).waitFor();
    expect(page.url()).toContain('#/runs?outcome=FAILED');
    await page.reload();
    await page.getByRole('heading', { name: `Runs ${failed?.count} in this list` }).waitFor();
    await expect.poll(shown).toHaveLength(Number(failed?.count));
    await page.getByLabel('Run, workstream or arm').fill('no such run');
    await page.getByText('No run is like this.').waitFor();
    await open('#/runs?text=WALK&order=cost&outcome=nonsense', 'Runs');
    await expect.poll(shown).toEqual(['demo-walk']);
  });

  test('shows a run: what it took, its steps, its tokens by step and model', async () => {
    await page.getByRole('link', { name: 'demo-walk' }).click();
    await page.getByRole('heading', { name: 'demo-walk' }).waitFor();
    const [took] = await api().sql(`select extract(epoch from finished_at - started_at)::int / 60 as minutes
      from workflow.run_records where run_id = 'demo-walk' and record_kind = 'run' and step = ''`);
    expect(await page.locator('.facts').textContent()).toContain(`${took?.minutes} min`);
    const steps = await api().sql(`select step, status,
        (extract(epoch from finished_at) - extract(epoch from started_at))::int / 60 as minutes
      from workflow.run_records where run_id = 'demo-walk' and record_kind = 'step' order by started_at`);
    const lines = await page.locator('h2:has-text("Steps") + .chart li').allInnerTexts();
    expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual(
      steps.map(({ step, status, minutes }) => `${step} ${status} ${minutes} min`),
    );
    const sums = await api().sql(`select step, model, sum(total_tokens)::int as sum
      from observability.token_usage where run_id = 'demo-walk' group by 1, 2`);
    const titles = await page
      .locator('.stacked .bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('title')?.replace(/ tokens.*/, '')));
    expect(titles.sort()).toEqual(
      sums.map(({ step, model, sum }) => `${step}, ${model}: ${count(sum)}`).sort(),
    );
  });

  test('draws the lineage of a run, whose boxes lead to papers and runs, and says what is left out', async () => {
    await page.locator('.box').first().waitFor();
    const [records] = await api().sql(
      `select count(*)::int as count from workflow.run_records where run_id = 'demo-walk'`,
    );
    const figure = page.locator('figure.lineage');
    expect(await figure.textContent()).toContain(`${Number(records?.count) - 4} records`);
    expect(await page.locator('.box.start').textContent()).toContain('demo-walk');
    expect(await figure.locator('svg path.available_to').count()).toBeGreaterThan(3);
    await shot(page, 'run');
    await page.locator('a.box[href^="#/runs/demo-reuse"]').click();
    await page.getByRole('heading', { name: 'demo-reuse' }).waitFor();
    await page.getByText('reused from').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'demo-walk' }).waitFor();
  });

  test('copies what it shortens', async () => {
    const [header] = await api().sql(
      `select git_sha from workflow.run_records where run_id = 'demo-walk' and record_kind = 'run' and step = ''`,
    );
    await page.getByRole('button', { name: `Copy ${header?.git_sha}` }).click();
    await page.getByText('copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(header?.git_sha);
  });

  test('opens the chunk that an answer cites, with the cited words marked', async () => {
    const [question] =
      await api().sql(`select payload_json->>'quote_snippet' as quote, payload_json->>'answer' as answer
      from workflow.run_records where run_id = 'demo-walk' and record_key = 'A02' and record_kind = 'question'`);
    const answer = page.locator('.answer', { hasText: String(question?.answer) });
    await answer.locator('button.citation').first().click();
    await page.locator('dialog mark').first().waitFor();
    expect(await page.locator('dialog mark').first().textContent()).toBe(question?.quote);
    await shot(page, 'citation');
    expect(await seriousFindings(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  test('opens the same question in GraphiQL', async ({ browser }) => {
    const href = await page.getByRole('link', { name: 'Open in GraphiQL' }).first().getAttribute('href');
    const tab = await browser.newPage();
    onTestFinished(() => tab.close());
    await tab.goto(new URL(href ?? '', url).href);
    const editor = tab.locator('.graphiql-query-editor .view-lines');
    await editor.waitFor();
    await expect
      .poll(async () => String(await editor.textContent()).replace(/\s/g, ' '))
      .toContain('query Run(');
    await pressPlay(tab, 'Run');
    await expect
      .poll(() => tab.locator('.graphiql-response').textContent())
      .toMatch(/workflowRun[\s\S]*demo-walk/);
  });

  test('compares two runs that are chosen in the list', async () => {
    await open('#/runs?text=demo-arm', 'Runs');
    await page.getByLabel('Compare demo-arm-gpt-5', { exact: true }).check();
    await page.getByLabel('Compare demo-arm-gpt-5-nano').check();
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByRole('heading', { name: 'Two runs' }).waitFor();
    const [answers] = await api().sql(`select count(*)::int as all,
        count(*) filter (where a.payload_json->>'answer' <> b.payload_json->>'answer' or a.status <> b.status)::int
          as different
      from workflow.run_records a join workflow.run_records b using (record_kind, record_key)
      where record_kind = 'question' and a.run_id = 'demo-arm-gpt-5' and b.run_id = 'demo-arm-gpt-5-nano'`);
    await page.getByText(`${answers?.different} of ${answers?.all} differ`).waitFor();
    expect(await page.locator('.answer').count()).toBe(answers?.different);
    await shot(page, 'comparison');
    await page.getByLabel('Only those that differ').uncheck();
    expect(await page.locator('.answer').count()).toBe(answers?.all);
  });

  const RETRACTED = `select doc_id, title from ingestion.paper_metadata
    where openalex_json->>'is_retracted' = 'true'`;

  test('shows what rests on a paper, and that it was retracted', async () => {
    const [paper] = await api().sql(RETRACTED);
    await open(`#/papers/${paper?.doc_id}`, String(paper?.title));
    await page.getByText('OpenAlex says that this paper was retracted').waitFor();
    await page.locator('.box.start').waitFor();
    const cited = Number(await page.locator('dt:has-text("Answers that cite it") + dd').textContent());
    expect(await page.locator('.answer').count()).toBe(Math.min(cited, 30));
    const first = page.locator('.answer a').first();
    const [answer] = await api().sql(
      `select payload_json->>'paper_path' as path from workflow.run_records
       where record_kind = 'question' and run_id = $1 and record_key = $2`,
      [await first.textContent(), await page.locator('.answer code').first().textContent()],
    );
    expect(answer?.path).toContain(String(paper?.title));
    await page.emulateMedia({ colorScheme: 'dark' });
    await shot(page, 'paper-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('says so where there is nothing of the name', async () => {
    await page.goto(`${url}/#/runs/no%2Fsuch`);
    await page.getByText('No table knows the run no/such.').waitFor();
    await page.goto(`${url}/#/papers/none`);
    await page.getByText('There is no paper none.').waitFor();
    await page.goto(`${url}/#/compare/demo-walk/none`);
    await page
      .getByRole('alert')
      .filter({ hasText: /NOT_FOUND .*none/ })
      .waitFor();
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test.each([1280, 390])('keeps nobody out at a width of %i', async (width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const [paper] = await api().sql(RETRACTED);
      const pages = [
        ['#/runs', 'Runs'],
        ['#/runs/demo-remediation', 'demo-remediation'],
        [`#/papers/${paper?.doc_id}`, String(paper?.title)],
        ['#/compare/demo-arm-gpt-5/demo-arm-gpt-5-nano', 'Two runs'],
      ] as const;
      for (const [address, heading] of pages) {
        await open(address, heading);
        expect({ address, findings: await seriousFindings(page, 'body') }).toEqual({ address, findings: [] });
        const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect({ address, beyond }).toEqual({ address, beyond: 0 });
        if (width === 390 && colorScheme === 'dark' && address === '#/runs') await shot(page, 'runs-narrow');
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  });

  test('complains of nothing', async () => {
    expect(complaints).toEqual([]);
  });

  test('with a token that may not read texts, shows what did load and says what did not', async ({
    browser,
  }) => {
    const { database } = await databaseForTest('demo');
    const server = await serverForTest(database, { secrets: { jwtSecret: JWT_SECRET } });
    const guarded = await serve(server.url);
    onTestFinished(() => guarded.close());
    const tab = await browser.newPage();
    onTestFinished(() => tab.close());
    await tab.goto(`${urlOf(guarded)}/#/runs/demo-walk`);
    await tab.getByRole('alert').filter({ hasText: 'UNAUTHENTICATED' }).first().waitFor();
    const { authorization } = await bearer({ scope: 'lineage:read' });
    await tab.getByLabel('Token').fill(authorization.replace('Bearer ', ''));
    await tab.getByRole('heading', { name: 'demo-walk' }).waitFor();
    await tab.locator('.chart li', { hasText: 'prep' }).waitFor();
    const refused = tab.locator('h2:has-text("Answers") + [role=alert]');
    expect(await refused.textContent()).toMatch(/^FORBIDDEN .*content:read/);
    expect(await tab.locator('h2:has-text("Steps") + [role=alert]').count()).toBe(0);
    await tab.locator('.box.start').waitFor();
  });
});
