import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { appOf, filesOf } from './app-of-page.ts';

const api = useServer('demo');

test('docs/clients/duckdb.md sums runs by status', async () => {
  const app = appOf('duckdb.md', api().url);
  await app.run('/bin/sh', 'fetch.sh');
  const duckdb = await (await DuckDBInstance.create()).connect();
  const statements = (filesOf('duckdb.md').get('runs.sql') ?? '').replace(
    'runs.json',
    `${app.folder}/runs.json`,
  );
  const rows = (await duckdb.runAndReadAll(statements)).getRowsJson();
  const expected =
    await api().sql(`select status, count(distinct r.run_id)::text as runs, sum(total_tokens)::text as tokens
    from workflow.run_records r left join observability.token_usage u using (run_id)
    where record_kind = 'run' and r.step = '' and record_key = 'main' group by status order by status collate "C"`);
  expect(rows).toEqual(expected.map(({ status, runs, tokens }) => [status, runs, tokens]));
});
