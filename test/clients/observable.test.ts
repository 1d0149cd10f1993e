import { expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { appOf } from './app-of-page.ts';
import { runsBySql } from './runs-by-sql.ts';

interface Run {
  readonly runId: string;
  readonly status: string;
  readonly usage: { readonly totalTokens: number };
}

const api = useServer('demo');

// The cell of the page needs a CDN, which tests do not reach.
test('the loader of docs/clients/observable.md prints all runs', async () => {
  const app = appOf('observable.md', api().url);
  const runs: readonly Run[] = JSON.parse(await app.run('node', 'runs.json.js'));
  const expected = await runsBySql(api().sql);
  expect(runs.map(({ runId, status, usage }) => [runId, status, usage.totalTokens])).toEqual(expected);
});
