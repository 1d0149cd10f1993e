import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { test } from 'vitest';

/** Debian's package; `.ci/run` installs it. */
export const CHROMIUM = '/usr/bin/chromium';

export const hasChromium = existsSync(CHROMIUM);

/** Tests with one Chromium for their file. It is closed after them, whatever failed, and its pages with it. */
export const browserTest = test.extend(
  'browser',
  { scope: 'file' },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads here which fixtures this one needs: none.
  async ({}, { onCleanup }): Promise<Browser> => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    const browser = await chromium.launch({ executablePath: CHROMIUM, args });
    onCleanup(() => browser.close());
    return browser;
  },
);

/** A picture for people to look at, and for the docs, in the folder that SCREENSHOTS names. */
export async function shot(page: Page, name: string): Promise<void> {
  const { SCREENSHOTS: folder } = process.env;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
