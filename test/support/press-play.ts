import type { Page, Request, Response } from 'playwright-core';
import { vi } from 'vitest';

/**
 * Presses GraphiQL's play button and gives the response to the operation of this name.
 * GraphiQL looks for the operation some moments after it shows the tab; until then the button asks nothing, so this
 * presses until a request is seen.
 */
export async function pressPlay(page: Page, operation: string): Promise<Response> {
  const isAsked = (request: Request) =>
    request.method() === 'POST' && request.postDataJSON()?.operationName === operation;
  const asked = await vi.waitFor(
    async () => {
      const request = page.waitForRequest(isAsked, { timeout: 5000 });
      // While a query runs the same button stops it.
      const button = page.locator('.graphiql-execute-button[aria-label^="Execute"]');
      const [seen] = await Promise.all([request, button.click({ timeout: 5000 })]);
      return seen;
    },
    { timeout: 60_000 },
  );
  const response = await asked.response();
  if (!response) throw new Error(`${operation} got no answer.`);
  return response;
}
