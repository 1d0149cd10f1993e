import { expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { pageText } from './app-of-page.ts';

const api = useServer('demo');

// Debian 12 has no Julia, and npm has none: the query runs, the program does not.
test('the query of docs/clients/julia.md pages', async () => {
  const [, text = ''] = /const RUNS = """\n(.*?)"""/s.exec(pageText('julia.md')) ?? [];
  const query = text.replaceAll('\\$', '$');
  const { workflowRuns: one } = await api().data(query, { first: 3 });
  const { workflowRuns: two } = await api().data(query, { first: 3, after: one.pageInfo.endCursor });
  const runs = await api().sql(`select run_id from workflow.run_records
    where record_kind = 'run' and step = '' and record_key = 'main' order by coalesce(finished_at, updated_at, created_at) desc, run_id desc limit 6`);
  expect([...one.nodes, ...two.nodes].map(({ runId }) => runId)).toEqual(runs.map(({ run_id }) => run_id));
});
