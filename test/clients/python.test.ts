import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { appOf, filesOf, pageText } from './app-of-page.ts';
import { runsBySql } from './runs-by-sql.ts';

// The Python of the system, for which Debian has requests.
const PYTHON = '/usr/bin/python3';
const isMissing = spawnSync(PYTHON, ['-c', 'import requests']).status !== 0;
const api = useServer('demo');

describe.skipIf(isMissing && !process.env.CI)('docs/clients/python.md (needs python3-requests)', () => {
  test.each(['client.py', 'plain.py'])('%s gets all runs', async (name) => {
    const app = appOf('python.md', api().url);
    copyFileSync(
      join(import.meta.dirname, '../../examples/python/lineage.py'),
      join(app.folder, 'lineage.py'),
    );
    app.write(
      name,
      `${filesOf('python.md').get(name)?.replaceAll('http://127.0.0.1:4000', api().url)}
import json
print(json.dumps([[run["runId"], run["status"], run["usage"]["totalTokens"]] for run in runs]))`,
    );
    const printed = await app.run(PYTHON, name);
    expect(JSON.parse(printed)).toEqual(await runsBySql(api().sql));
  });
});

// gql is neither on npm nor in Debian.
test('the query for gql is one of this API', async () => {
  const [, query = ''] = /gql\("(.*)"\)/.exec(pageText('python.md')) ?? [];
  expect(await api().data(query, { id: 'demo-walk' })).toEqual({ workflowRun: { status: 'completed' } });
});
