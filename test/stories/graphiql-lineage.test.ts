import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeNodeId } from '../../src/schema/node-id.ts';
import { CHROMIUM, chromiumArgs } from '../support/chromium.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

const RUN = encodeNodeId('WorkflowRun', 'demo-walk');
const STEP = encodeNodeId('RunRecord', 1);
const VECTOR = encodeNodeId('Vector', 1);
const TITLE =
  'A chunk with "quotes", <b>tags</b>, \u202eright to left\u202c and much more text than a box holds';
/** As the field `lineage` answers; the demo is not asked for it here. */
const LINEAGE = {
  nodes: [
    { id: RUN, type: 'WorkflowRun', title: 'demo-walk', depth: 0, status: 'completed' },
    { id: STEP, type: 'RunRecord', title: 'agentic', depth: 1, status: 'failed' },
    { id: VECTOR, type: 'Vector', title: TITLE, depth: 1, status: null },
    { id: encodeNodeId('Document', 'd1'), type: 'Document', title: 'A paper', depth: 2, status: null },
  ],
  edges: [
    { from: RUN, to: STEP, kind: 'RECORD' },
    { from: VECTOR, to: RUN, kind: 'AVAILABLE_TO' },
    { from: VECTOR, to: encodeNodeId('Document', 'd1'), kind: 'CHUNK' },
  ],
  truncated: [
    { id: VECTOR, edge: 'citations', shown: 20, total: 57 },
    { id: RUN, edge: 'tokenUsage', shown: 20, total: null },
  ],
  isPartial: true,
};

describe.skipIf(!existsSync(CHROMIUM))('the picture of the lineage', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const elsewhere: string[] = [];
  const complaints: string[] = [];

  const answerLineage = (route: Route): Promise<void> => {
    const body = route.request().postDataJSON();
    if (!String(body?.query).startsWith('query Lineage(')) return route.continue();
    asked.push(body.variables.id);
    return route.fulfill({ json: { data: { lineage: LINEAGE } } });
  };
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: chromiumArgs });
    page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.on('request', (request) => {
      if (/elk/.test(request.url())) loaded.push(request.url());
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(api().url))
        elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.route('**/graphql', answerLineage);
    await page.goto(`${api().url}/graphql`);
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
  });
  afterAll(() => browser?.close());

  const loaded: string[] = [];
  const box = (name: RegExp) => page.getByRole('button', { name });
  const query = (): Promise<string | null> =>
    page.locator('.graphiql-query-editor .view-lines').textContent();

  async function shot(name: string): Promise<void> {
    const { GRAPHIQL_SCREENSHOTS: folder } = process.env;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  }

  /** What the rules of axe-core find that keeps people out. */
  async function seriousFindings(within: string): Promise<unknown> {
    await page.evaluate(axe.source);
    const run = `axe.run(${JSON.stringify(within)}, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`;
    return page.evaluate(run);
  }

  test('is drawn of the run in the answer, by a library that only now is loaded', async () => {
    await page.getByRole('button', { name: 'Show Lineage' }).click();
    await page.getByText('Run a query: the first id in its answer is drawn').waitFor();
    expect(loaded).toEqual([]);
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.lineage-box').first().waitFor();
    expect(loaded).toHaveLength(1);
    expect(asked).toEqual([RUN]);
    expect(await page.locator('.lineage-box').count()).toBe(LINEAGE.nodes.length);
    expect(await page.locator('.lineage-line').count()).toBe(LINEAGE.edges.length);
    await shot('lineage');
  });

  test('has a column for each stage, from papers to answers, whichever way its edges point', async () => {
    const place = async (type: string): Promise<number> =>
      (await box(new RegExp(`^${type}`)).boundingBox())?.x ?? 0;
    const places = await Promise.all(['Document', 'Vector', 'WorkflowRun', 'RunRecord'].map(place));
    expect(new Set(places).size).toBe(4);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const names = await page.locator('.lineage-stage').allTextContents();
    expect(names).toEqual(['Papers', 'Index', 'Run', 'Steps and answers']);
  });

  test('writes titles as they are, and statuses as words', async () => {
    expect(await box(/^RunRecord · failed, agentic$/).count()).toBe(1);
    expect(await box(/^Vector/).getAttribute('aria-label')).toContain(TITLE);
    expect(await page.locator('.lineage-box b').count()).toBe(0);
  });

  test('says what was left out, at the box and below', async () => {
    expect(await box(/^Vector/).textContent()).toContain('+ 37 more citations');
    await page.getByText('Left out at 2 places').click();
    await page.getByText('demo-walk: more tokenUsage than 20').waitFor();
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
    await shot(`lineage-${colorScheme}`);
    expect(await seriousFindings('.lineage-panel')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('opens a query for a box that is clicked, in a tab of its own', async () => {
    const tabs = await page.locator('.graphiql-tab').count();
    await box(/^RunRecord/).click();
    await expect.poll(query).toContain('RunRecordNode');
    expect(await page.locator('.graphiql-tab').count()).toBe(tabs + 1);
    const variables = page.getByRole('region', { name: 'Variables' }).locator('.view-lines').first();
    await expect.poll(() => variables.textContent()).toContain(STEP);
  });

  test('is reached by keys: a box that has the focus comes into view, and Enter opens it', async () => {
    await page.getByLabel('An id of a node, or a run id').fill('demo-walk');
    await page.getByRole('button', { name: 'Draw' }).click();
    await frame().focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('+');
    const names: (string | null)[] = [];
    for (const _ of LINEAGE.nodes) {
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
    expect(names.map((name) => name?.split(/[ ,]/)[0])).toEqual(LINEAGE.nodes.map(({ type }) => type));
    await page.keyboard.press('Enter');
    await expect.poll(query).toContain('DocumentNode');
  });

  test('says what is wrong where there is no picture', async () => {
    await page.unroute('**/graphql', answerLineage);
    await page.route('**/graphql', (route) =>
      String(route.request().postDataJSON()?.query).startsWith('query Lineage(')
        ? route.fulfill({ json: { errors: [{ message: 'Not an id of this API.' }] } })
        : route.continue(),
    );
    await page.getByLabel('An id of a node, or a run id').fill('another');
    await page.getByRole('button', { name: 'Draw' }).click();
    await page.getByRole('alert').getByText('Not an id of this API.').waitFor();
  });

  test('asks nothing of other servers and complains of nothing', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});
