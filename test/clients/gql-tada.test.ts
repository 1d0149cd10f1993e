import { expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { appOf, filesOf } from './app-of-page.ts';
import { checkTypes, expectTwoPagesAndANode } from './typed-app.ts';

const api = useServer('demo');

test('docs/clients/gql-tada.md has types, and gets two pages and a node', { timeout: 120_000 }, async () => {
  const app = appOf('gql-tada.md', api().url);
  await app.run('node', 'schema-types.js');
  await checkTypes(app);
  await expectTwoPagesAndANode(await app.run('node', 'main.ts'), api().sql);
  const main = filesOf('gql-tada.md').get('main.ts') ?? '';
  app.write('main.ts', main.replaceAll('run.runId', 'run.nothing'));
  await expect(checkTypes(app)).rejects.toThrow(/'nothing' does not exist/);
});
