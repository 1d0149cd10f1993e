import { expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { appOf } from './app-of-page.ts';
import { checkTypes, expectTwoPagesAndANode } from './typed-app.ts';

const api = useServer('demo');

test('docs/clients/urql.md compiles, has types, and gets two pages and a node', {
  timeout: 120_000,
}, async () => {
  const app = appOf('urql.md', api().url);
  await app.run('graphql-codegen-esm', '--config', 'codegen.ts');
  await checkTypes(app);
  await expectTwoPagesAndANode(await app.run('node', 'main.ts'), api().sql);
  app.write(
    'wrong.ts',
    "import type { RunsQuery } from './graphql/graphql.ts';\nexport const wrong = (data: RunsQuery) => data.workflowRuns?.nothing;\n",
  );
  await expect(checkTypes(app)).rejects.toThrow(/'nothing' does not exist/);
});
