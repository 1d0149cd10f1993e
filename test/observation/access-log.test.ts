import { expect, test } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { logLines } from '../support/log-lines.ts';
import type { startServer } from '../support/server.ts';
import { serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

async function serve(changed: Parameters<typeof startServer>[1] = {}) {
  const { logger, lines } = logLines();
  const { database } = await databaseForTest('demo');
  const server = await serverForTest(database, { slowQuery: 600_000, ...changed }, logger);
  return { ...server, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

test('one line a request: id, operation, caller, status, time, statements', async () => {
  const { ask, lines, last } = await serve({ secrets: { jwtSecret: JWT_SECRET } });
  const headers = await bearer({ scope: 'lineage:read', sub: 'notebook-7' });
  await ask(
    'query Two { documents { totalCount } chunks: vectors { totalCount } }',
    {},
    {
      ...headers,
      'x-request-id': 'trace-1',
    },
  );
  expect(lines).toHaveLength(1);
  expect(last()).toMatchObject({
    level: 30,
    msg: 'request',
    requestId: 'trace-1',
    operation: 'Two',
    caller: 'notebook-7',
    status: 200,
    statements: 2,
    cost: expect.any(Number),
    ms: expect.any(Number),
    databaseMs: expect.any(Number),
  });
  expect(last().databaseMs).toBeGreaterThan(0);
  expect(last()).not.toHaveProperty('codes');
});

test('each error code once, with the status', async () => {
  const { ask, last } = await serve();
  await ask('query Bad { a: documents(first: -1) { totalCount } b: documents(first: -1) { totalCount } }');
  expect(last()).toMatchObject({ operation: 'Bad', status: 200, codes: ['BAD_USER_INPUT'], statements: 0 });
  await ask('{ nope }');
  expect(last()).toMatchObject({ codes: ['BAD_USER_INPUT'] });
  expect(last()).not.toHaveProperty('operation');
});

test('a query that was refused for its cost has its operation and its cost', async () => {
  const { ask, last } = await serve({ maxCost: 10 });
  await ask('query Greedy { documents(first: 100) { nodes { docId } } }');
  expect(last()).toMatchObject({ operation: 'Greedy', codes: ['COST_LIMIT_EXCEEDED'], statements: 0 });
  expect(last().cost).toBeGreaterThan(10);
});

test('a request without a good token has a line, and no caller', async () => {
  const { ask, last } = await serve({ secrets: { jwtSecret: JWT_SECRET } });
  await ask('{ __typename }', {}, { authorization: 'Bearer nonsense' });
  expect(last()).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });
  expect(last()).not.toHaveProperty('caller');
});

test('never a text, a token or the value of a variable', async () => {
  const { ask, lines } = await serve({ secrets: { jwtSecret: JWT_SECRET } });
  const headers = await bearer({ scope: 'lineage:read content:read' });
  const hidden = 'A private question?';
  const where = 'query ($q: String!) { queryCacheEntries(where: { model: { eq: $q } }) { totalCount } }';
  await ask(where, { q: hidden }, headers);
  await ask(`{ workflowRun(runId: "${hidden}") { runId } }`, {}, headers);
  await ask('query ($n: Int!) { documents(first: $n) { totalCount } }', { n: hidden }, headers);
  await ask(`{ "${hidden}" }`, {}, headers);
  await ask('{ nope }', { q: hidden }, { authorization: `Bearer ${hidden}` });
  expect(lines).toHaveLength(5);
  const log = lines.join('');
  expect(log).not.toContain(hidden);
  expect(log).not.toContain(headers.authorization.slice('Bearer '.length));
});

test('a request that takes SLOW_QUERY_MS is a warning with its operation', async () => {
  const { ask, last } = await serve({ slowQuery: 1 });
  await ask('query Walk { documents(first: 100) { nodes { docId vectors { nodes { rowId } } } } }');
  expect(last()).toMatchObject({ level: 40, msg: 'slow request', operation: 'Walk' });
});
