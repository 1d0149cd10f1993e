import { expect } from 'vitest';
import { encodeNodeId } from '../../../src/schema/node-id.ts';
import { databaseForTest } from '../../support/databases.ts';
import { serverTest as test } from '../../support/server-test.ts';
import { bearer, JWT_SECRET } from '../../support/tokens.ts';

const RUN = encodeNodeId('WorkflowRun', 'demo-walk');
const USER = encodeNodeId('StreamlitUser', '1');
const QUERY = `query ($ids: [ID!]!, $run: ID!) {
  nodes(ids: $ids) { __typename id ... on WorkflowRun { vectors(first: 1) { totalCount } } ... on StreamlitUser { username } }
  node(id: $run) { id }
}`;

const errorAt = (place: number, code: string) =>
  expect.objectContaining({ path: ['nodes', place], extensions: expect.objectContaining({ code }) });

test('an id that is none takes only its own place along, and no other field', async ({ serve }) => {
  const opened = await databaseForTest('demo');
  const server = await serve(opened.database);
  const wrong = [
    '',
    'x',
    '💥',
    'V29ya2Zsb3dSdW4',
    encodeNodeId('Query', '1'),
    encodeNodeId('TokenUsage', 'one'),
  ];
  const run = { __typename: 'WorkflowRun', id: RUN, vectors: { totalCount: expect.any(Number) } };
  const gone = encodeNodeId('WorkflowRun', 'no-such-run');
  const ids = [...wrong, RUN, gone];
  // The first time it is interpreted, then it runs as compiled code.
  for (const _time of ['interpreted', 'compiled']) {
    opened.statements.length = 0;
    const { data, errors } = await server.ask(QUERY, { ids, run: RUN });
    expect(data).toEqual({ nodes: [...wrong.map(() => null), run, null], node: { id: RUN } });
    expect(errors).toHaveLength(wrong.length);
    for (const place of wrong.keys()) expect(errors).toContainEqual(errorAt(place, 'BAD_USER_INPUT'));
    expect(opened.statements).toHaveLength(2);
  }
  const { data, errors } = await server.ask(QUERY, { ids: wrong.slice(0, 2), run: RUN });
  expect(data).toEqual({ nodes: [null, null], node: { id: RUN } });
  expect(errors).toHaveLength(2);
});

test('a row that the caller may not read takes only its own place along', async ({ serve }) => {
  const opened = await databaseForTest('demo');
  const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  const reader = await bearer({ scope: 'lineage:read' });
  const { data, errors } = await server.ask(QUERY, { ids: [USER, RUN, USER], run: RUN }, reader);
  expect(data.nodes).toEqual([null, expect.objectContaining({ id: RUN }), null]);
  // The same at two places is told once.
  expect(errors).toEqual([errorAt(0, 'FORBIDDEN')]);
  expect(errors?.[0]?.extensions.count).toBe(2);
  expect(JSON.stringify({ data, errors })).not.toContain('ada');
});

test('a row of a table that is missing takes only its own place along', async ({ serve }) => {
  const opened = await databaseForTest('demo');
  await opened.exec('drop table auth.streamlit_users cascade');
  const server = await serve(opened.database);
  const { data, errors } = await server.ask(QUERY, { ids: [RUN, USER], run: RUN });
  expect(data.nodes).toEqual([expect.objectContaining({ id: RUN }), null]);
  expect(errors).toEqual([errorAt(1, 'NOT_IN_THIS_DATABASE')]);
});
