import { expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';
import { appOf, filesOf } from './app-of-page.ts';
import { checkTypes, expectTwoPagesAndANode } from './typed-app.ts';

const api = useServer('demo');

/** What the hooks of the page do, without a browser: load, load the next page, read one row again. */
const PROGRAM = `
import relay from 'relay-runtime';
import { environment } from './environment.ts';
import list from './__generated__/runs_list.graphql.ts';
import query from './__generated__/runsQuery.graphql.ts';
import page from './__generated__/runsPageQuery.graphql.ts';
import run from './__generated__/runsRunQuery.graphql.ts';
import fragment from './__generated__/runs_run.graphql.ts';

const load = (request, variables) =>
  relay.fetchQuery(environment, request, variables, { networkCacheConfig: { force: true } }).toPromise();
const read = (fragment, ref, owner) =>
  environment.lookup(relay.getSingularSelector(fragment, ref)).data;

const operation = relay.createOperationDescriptor(query, {});
environment.retain(operation);
const root = await load(query, {});
const before = read(list, root).workflowRuns;
await load(page, { first: 5, after: before.pageInfo.endCursor });
const { edges } = read(list, root).workflowRuns;
const { node } = await load(run, { id: edges[0].node.__id });
const again = read(fragment, node);
console.log(JSON.stringify({ runs: edges.map(({ node }) => node.runId), again }));
`;

test('docs/clients/relay.md compiles, has types, and gets two pages and a node', {
  timeout: 120_000,
}, async () => {
  const app = appOf('relay.md', api().url);
  await app.run('relay-compiler', 'relay.config.json');
  await checkTypes(app);
  app.write('main.js', PROGRAM);
  // Generated files import each other without an extension, as bundlers take it.
  await app.run('vite', 'build', '--logLevel', 'error', '--ssr', 'main.js', '--outDir', 'out');
  await expectTwoPagesAndANode(await app.run('node', 'out/main.js'), api().sql);
  const runs = filesOf('relay.md').get('runs.tsx') ?? '';
  app.write('runs.tsx', runs.replaceAll('run.status', 'run.nothing'));
  await expect(checkTypes(app)).rejects.toThrow(/'nothing' does not exist/);
});
