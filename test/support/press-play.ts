import type { Page, Request, Response } from 'playwright-core';
import { expect, vi } from 'vitest';

/** The page's own questions have no name, and GraphiQL asks for the schema under this one. */
const isOfThePlayButton = (request: Request): boolean => {
  if (request.method() !== 'POST') return false;
  const { operationName } = request.postDataJSON();
  return operationName !== undefined && operationName !== 'IntrospectionQuery';
};

/**
 * Presses GraphiQL's play button and gives the response; what is asked must be the operation of this name.
 * GraphiQL looks for the operation some moments after it shows the tab; until then the button asks nothing, so this
 * presses until a request is seen.
 */
export async function pressPlay(page: Page, operation: string): Promise<Response> {
  const press = async (): Promise<Request> => {
    const request = page.waitForRequest(isOfThePlayButton, { timeout: 5000 });
    // While a query runs the same button stops it.
    const button = page.locator('.graphiql-execute-button[aria-label^="Execute"]');
    const [asked] = await Promise.all([request, button.click({ timeout: 5000 })]);
    return asked;
  };
  const asked = await vi.waitFor(press, { timeout: 25_000 });
  expect(asked.postDataJSON()).toMatchObject({ operationName: operation });
  const response = await asked.response();
  if (!response) throw new Error(`${operation} got no answer.`);
  return response;
}
