import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What the rules of axe-core find within an element that keeps people out. */
export async function seriousFindings(page: Page, within: string): Promise<unknown> {
  await page.evaluate(axe.source);
  const run = `axe.run(${JSON.stringify(within)}, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`;
  return page.evaluate(run);
}
