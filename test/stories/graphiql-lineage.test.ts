import type { Page, Request } from 'playwright-core';
import { describe, expect } from 'vitest';
import { LINEAGE_QUERY } from '../../src/graphiql/page/lineage/graph.ts';
import { encodeNodeId } from '../../src/schema/node-id.ts';
import { seriousFindings } from '../support/axe.ts';
import { hasChromium, shot, browserTest as test } from '../support/browser-test.ts';
import { pressPlay } from '../support/press-play.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

const RUN = encodeNodeId('WorkflowRun', 'demo-walk');
const TITLE =
  'A paper with "quotes", <b>tags</b>, \u202eright to left\u202c and much more text than a box holds';

interface Node {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly truncated: readonly { readonly type: string; readonly shown: number; readonly total: number }[];
}
interface Lineage {
  readonly nodes: readonly Node[];
  readonly edges: readonly object[];
}

describe.skipIf(!hasChromium)('the picture of the lineage', () => {
  let page: Page;
  const asked: string[] = [];
  const elsewhere: string[] = [];
  const complaints: string[] = [];

  let lineage: Lineage;
  const isLineage = (request: Request): boolean =>
    String(request.postDataJSON()?.query).startsWith('query Lineage(');
  const typeNodes = (type: string): readonly Node[] => lineage.nodes.filter((node) => node.type === type);

  test.beforeAll(async ({ browser }) => {
    await api().sql(
      `update ingestion.documents set title = $1 where doc_id in (select doc_id from indexing.vectors v
       join indexing.pipeline_runs b on b.id = v.pipeline_run_id where b.workflow_run_id = 'demo-walk')`,
      [TITLE],
    );
    ({ lineage } = await api().data(LINEAGE_QUERY, { id: RUN }));
    page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.on('request', (request) => {
      if (/elk/.test(request.url())) loaded.push(request.url());
      if (request.method() === 'POST' && isLineage(request)) asked.push(request.postDataJSON().variables.id);
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(api().url))
        elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${api().url}/graphql`);
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
  });

  const loaded: string[] = [];
  const box = (name: RegExp) => page.getByRole('button', { name });
  const query = (): Promise<string | null> =>
    page.locator('.graphiql-query-editor .view-lines').textContent();

  test('is drawn of the run in the answer, by a library that only now is loaded', async () => {
    await page.getByRole('button', { name: 'Show Lineage' }).click();
    await page.getByText('Run a query: the first id in its answer is drawn').waitFor();
    expect(loaded).toEqual([]);
    await pressPlay(page, 'Walk');
    await page.locator('.lineage-box').first().waitFor();
    expect(loaded).toHaveLength(1);
    expect(asked).toEqual([RUN]);
    expect(await page.locator('.lineage-box').count()).toBe(lineage.nodes.length);
    expect(await page.locator('.lineage-line').count()).toBe(lineage.edges.length);
    await shot(page, 'lineage');
  });

  test('has a column for each stage, from papers to answers, whichever way its edges point', async () => {
    const place = async (type: string): Promise<number> =>
      (
        await box(new RegExp(`^${type}\\b`))
          .first()
          .boundingBox()
      )?.x ?? 0;
    const places = await Promise.all(['Document', 'Vector', 'WorkflowRun', 'RunRecord'].map(place));
    expect(new Set(places).size).toBe(4);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const names = await page.locator('.lineage-stage').allTextContents();
    expect(names).toEqual(['Papers', 'Index', 'Run', 'Steps and answers', 'Retrieval', 'Usage', 'Other']);
  });

  test('writes titles as they are, and statuses as words', async () => {
    expect(await box(/^RunRecord · completed, header$/).count()).toBeGreaterThan(0);
    expect(
      await box(/^Document/)
        .first()
        .getAttribute('aria-label'),
    ).toContain(TITLE);
    expect(await page.locator('.lineage-box b').count()).toBe(0);
  });

  test('says what was left out, at the box and below', async () => {
    const cut = lineage.nodes.flatMap(({ title, truncated }) => truncated.map((one) => ({ title, ...one })));
    expect(cut.length).toBeGreaterThan(2);
    await page.getByText(`Left out at ${cut.length} places`).click();
    for (const { title, type, shown, total } of cut) {
      const said = `${total - shown} more ${type}`;
      expect(
        await page.locator('.lineage-panel li', { hasText: `${title}: ${said}` }).count(),
      ).toBeGreaterThan(0);
    }
    const [run] = typeNodes('WorkflowRun');
    const label = await box(/^WorkflowRun/)
      .first()
      .getAttribute('aria-label');
    for (const { type, shown, total } of run?.truncated ?? [])
      expect(label).toContain(`+ ${total - shown} more ${type}`);
  });

  const frame = () => page.locator('.lineage-frame');
  const seen = async (): Promise<number[]> =>
    ((await frame().locator('svg').first().getAttribute('viewBox')) ?? '').split(' ').map(Number);

  test('moves and zooms by keys, by buttons and by the pointer', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    const [x = 0, , width = 0] = await seen();
    await frame().focus();
    await page.keyboard.press('ArrowRight');
    expect((await seen())[0]).toBeGreaterThan(x);
    await page.keyboard.press('+');
    expect((await seen())[2]).toBeLessThan(width);
    await page.keyboard.press('0');
    expect((await seen())[2]).toBe(width);
    await page.getByRole('button', { name: 'Shrink' }).click();
    expect((await seen())[2]).toBeGreaterThan(width);
    await page.getByRole('button', { name: 'Show all' }).click();
    const place = await frame().boundingBox();
    const [from, y] = [(place?.x ?? 0) + 150, (place?.y ?? 0) + 20];
    await page.mouse.move(from, y);
    await page.mouse.down();
    await page.mouse.move(from - 60, y);
    await page.mouse.up();
    expect((await seen())[0]).toBeGreaterThan(x);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await seen())[2]).toBeLessThan(width);
    await page.getByRole('button', { name: 'Show all' }).click();
  });

  test.each(['light', 'dark'] as const)('keeps nobody out, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await shot(page, `lineage-${colorScheme}`);
    expect(await seriousFindings(page, '.lineage-panel')).toEqual([]);
    await page.setViewportSize({ width: 420, height: 900 });
    expect(await seriousFindings(page, '.lineage-panel')).toEqual([]);
    await page.setViewportSize({ width: 1500, height: 950 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('opens a query for a box that is clicked, in a tab of its own', async () => {
    const tabs = await page.locator('.graphiql-tab').count();
    await box(/^RunRecord · completed, header$/)
      .first()
      .click();
    await expect.poll(query).toContain('RunRecordNode');
    expect(await page.locator('.graphiql-tab').count()).toBe(tabs + 1);
    const variables = page.getByRole('region', { name: 'Variables' }).locator('.view-lines').first();
    await expect
      .poll(() => variables.textContent())
      .toContain(typeNodes('RunRecord').find(({ title }) => title === 'header')?.id);
  });

  test('is reached by keys: a box that has the focus comes into view, and Enter opens it', async () => {
    await page.getByLabel('An id of a node, or a run id').fill('demo-walk');
    await page.getByRole('button', { name: 'Draw' }).click();
    await frame().focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('+');
    const names: (string | null)[] = [];
    const first = lineage.nodes.slice(0, 6);
    for (const _ of first) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate<string>('document.activeElement.getAttribute("aria-label")'));
      await expect
        .poll(() =>
          page.evaluate(`(() => {
            const [box, frame] = [document.activeElement, document.querySelector('.lineage-frame')]
              .map((element) => element.getBoundingClientRect());
            const middle = box.x + box.width / 2;
            return middle > frame.left && middle < frame.right;
          })()`),
        )
        .toBe(true);
    }
    expect(names.map((name) => name?.split(/[ ,]/)[0])).toEqual(first.map(({ type }) => type));
    await page.keyboard.press('Enter');
    await expect.poll(query).toContain(`${first.at(-1)?.type}Node`);
  });

  test('says what is wrong where there is no picture', async () => {
    await page.getByLabel('An id of a node, or a run id').fill('another');
    await page.getByRole('button', { name: 'Draw' }).click();
    await page.getByRole('alert').getByText('Nothing has this id.').waitFor();
  });

  test('asks nothing of other servers and complains of nothing', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});
