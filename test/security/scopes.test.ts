import { isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADA_SESSION } from '../../prisma/seed/stories/people.ts';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { encodeNodeId } from '../../src/schema/node-id.ts';
import { schema } from '../../src/schema/schema.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import type { TestServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** Lists and the fields of their rows that give texts: queries, answers, chunks, payloads (design, section 6). */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  asyncJobs: ['payloadJson', 'resultJson'],
  citecCacheEntries: ['response'],
  openalexCacheEntries: ['query', 'response'],
  paperMetadataList: ['openalexJson', 'citecJson', 'metadataJson'],
  paperOpenalexMetadataList: ['openalexJson'],
  prepManifests: ['payload'],
  queryCacheEntries: ['query', 'queryNormalized', 'answer'],
  requestFailures: ['contextJson'],
  retrievalEvents: ['query', 'statsJson'],
  runRecords: ['question', 'configEffectiveJson', 'outputJson', 'payloadJson', 'metadataJson'],
  tokenUsageList: ['meta'],
  vectors: ['text'],
  workflowRuns: ['question'],
};
const EACH_TEXT = Object.entries(TEXTS).flatMap(([list, fields]) => fields.map((field) => ({ list, field })));

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
let reader: { authorization: string };
let contentReader: { authorization: string };
let authReader: { authorization: string };
beforeAll(async () => {
  opened = await open.database('demo');
  server = await open.server(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  reader = await bearer({ scope: 'lineage:read' });
  contentReader = await bearer({ scope: 'lineage:read content:read' });
  authReader = await bearer({ scope: 'lineage:read auth:read' });
});

const ask = (query: string, variables: Record<string, unknown> = {}, as = reader) =>
  server.ask(query, variables, as);
const codes = (errors: Awaited<ReturnType<typeof ask>>['errors']) =>
  errors?.map(({ extensions }) => extensions.code);

describe('a text without content:read', () => {
  it.each(EACH_TEXT)('$list.$field is null and FORBIDDEN, and the rest stands', async ({ list, field }) => {
    const query = `{ ${list}(first: 1) { nodes { id wanted: ${field} } } }`;
    const { data, errors } = await ask(query);
    expect(data[list].nodes).toEqual([{ id: expect.any(String), wanted: null }]);
    expect(errors).toMatchObject([
      { path: [list, 'nodes', 0, 'wanted'], extensions: { code: 'FORBIDDEN', scope: 'content:read' } },
    ]);
    expect((await ask(query, {}, contentReader)).errors).toBeUndefined();
  });

  it('is one error for all rows of a list, with their number', async () => {
    const { data, errors } = await ask('{ vectors(first: 500) { nodes { text } } }');
    expect(data.vectors.nodes.length).toBeGreaterThan(100);
    expect(errors).toMatchObject([
      {
        path: ['vectors', 'nodes', 0, 'text'],
        extensions: { code: 'FORBIDDEN', count: data.vectors.nodes.length },
      },
    ]);
  });

  it('cannot be had by a fragment, an alias beside an allowed field, or a path into it', async () => {
    const { data, errors } = await ask(
      `query ($id: String!) { workflowRun(runId: $id) { ...Texts status: question ... on WorkflowRun { q: question }
        records(first: 1) { edges { node { payloadJson(path: "id") ...More } } } } }
       fragment Texts on WorkflowRun { question header { question } } fragment More on RunRecord { p: payloadJson }`,
      { id: WALK_RUN },
    );
    expect(data.workflowRun).toEqual({
      question: null,
      header: { question: null },
      status: null,
      q: null,
      records: { edges: [{ node: { payloadJson: null, p: null } }] },
    });
    expect(codes(errors)).toEqual(Array(6).fill('FORBIDDEN'));
  });

  it('cannot be had by node id', async () => {
    const id = encodeNodeId('WorkflowRun', WALK_RUN);
    const { data, errors } = await ask(
      'query ($id: ID!) { node(id: $id) { id ... on WorkflowRun { question } } }',
      {
        id,
      },
    );
    expect(data).toEqual({ node: { id, question: null } });
    expect(codes(errors)).toEqual(['FORBIDDEN']);
  });

  it.each([
    ['vectors', '{ text: { contains: "labor" } }'],
    ['vectors', '{ text: { isNull: true } }'],
    ['vectors', '{ OR: [{ page: { eq: 1 } }, { NOT: { AND: [{ text: { startsWith: "T" } }] } }] }'],
    ['retrievalEvents', '{ query: { isNull: false } }'],
    ['runRecords', '{ question: { isNull: true } }'],
    ['workflowRuns', '{ NOT: { question: { isNull: true } } }'],
    ['queryCacheEntries', '{ answer: { isNull: false } }'],
  ])('cannot be guessed by a filter: %s(where: %s)', async (list, where) => {
    const parts = ['nodes { id }', 'totalCount', 'estimatedCount', 'pageInfo { hasNextPage }'];
    for (const part of parts) {
      const { data, errors } = await ask(`{ ${list}(where: ${where}) { ${part} } }`);
      expect(data?.[list]?.estimatedCount ?? null).toBeNull();
      expect(data?.[list]?.nodes ?? null).toBeNull();
      expect(codes(errors)).toEqual(['FORBIDDEN']);
    }
  });

  it('cannot be guessed by a filter of an edge', async () => {
    const { data, errors } = await ask(
      `query ($id: String!) { workflowRun(runId: $id) { status
        vectors(where: { text: { contains: "a" } }) { totalCount }
        retrievalEvents(where: { query: { isNull: false } }) { totalCount }
        records(where: { question: { isNull: false } }) { totalCount } } }`,
      { id: WALK_RUN },
    );
    expect(data.workflowRun).toEqual({
      status: 'completed',
      vectors: null,
      retrievalEvents: null,
      records: null,
    });
    expect(codes(errors)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('cannot be bisected by an order, nor by a cursor that another caller got', async () => {
    const query =
      'query ($after: String) { vectors(first: 1, after: $after, orderBy: [{ text: ASC }]) { pageInfo { endCursor } } }';
    const { data } = await ask(query, {}, contentReader);
    const after = data.vectors.pageInfo.endCursor;
    for (const variables of [{}, { after }]) {
      const refused = await ask(query, variables);
      expect(refused.data).toEqual({ vectors: null });
      expect(codes(refused.errors)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('users and sessions without auth:read', () => {
  it.each([
    '{ streamlitUsers { nodes { username } } }',
    '{ streamlitUsers { totalCount } }',
    '{ streamlitSessions(where: { username: { eq: "ada" } }) { totalCount } }',
    '{ streamlitSessions { estimatedCount } }',
    '{ streamlitUser(rowId: "1") { id } }',
    `{ node(id: "${encodeNodeId('StreamlitUser', '1')}") { id } }`,
    `{ nodes(ids: ["${encodeNodeId('StreamlitSession', '1')}"]) { id } }`,
  ])('%s: FORBIDDEN', async (query) => {
    const { data, errors } = await ask(query, {}, contentReader);
    expect(JSON.stringify(data)).not.toMatch(/ada|\d/);
    expect(codes(errors)).toEqual(['FORBIDDEN']);
    expect((await ask(query, {}, authReader)).errors).toBeUndefined();
  });

  it('model calls do not tell who made them', async () => {
    const query = '{ tokenUsageList(first: 500) { nodes { sessionIdDigest session { username } } } }';
    const { data, errors } = await ask(query, {}, contentReader);
    const nothing = { sessionIdDigest: null, session: null };
    expect(data.tokenUsageList.nodes).toEqual(data.tokenUsageList.nodes.map(() => nothing));
    expect(new Set(codes(errors))).toEqual(new Set(['FORBIDDEN']));
    const known = await ask(query, {}, authReader);
    expect(JSON.stringify(known.data)).toContain('"ada"');
    expect(JSON.stringify(known.data)).not.toContain(ADA_SESSION);
  });
});

it('callers with other scopes who ask the same document in turn each get their own answer', async () => {
  const query = '{ vectors(first: 1) { nodes { text } } }';
  for (const as of [contentReader, reader, contentReader, authReader]) {
    const { data } = await ask(query, {}, as);
    expect(data.vectors.nodes[0].text === null).toBe(as !== contentReader);
  }
});

it('there is no subscription, and introspection shows no row', async () => {
  expect(codes((await ask('subscription { vectors { nodes { text } } }')).errors)).toEqual([
    'BAD_USER_INPUT',
  ]);
  const { data, errors } = await ask(
    '{ __type(name: "Vector") { fields { name } } vectors(first: 1) { nodes { text } } }',
  );
  expect(codes(errors)).toEqual(['FORBIDDEN']);
  expect(data.vectors.nodes).toEqual([{ text: null }]);
});

it('the description of each field of a row names its scope, and what may be FORBIDDEN may be null', () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) continue;
    const auth = /^Streamlit/.test(type.name);
    for (const [name, field] of Object.entries(type.getFields())) {
      const [, scope] = /Scope: (\w+:read)\.$/.exec(field.description ?? '') ?? [];
      expect([type.name, name, scope]).toEqual([type.name, name, expect.any(String)]);
      const mustBeOpen = !auth && field.type.toString().endsWith('!');
      if (mustBeOpen) expect([type.name, name, scope]).toEqual([type.name, name, 'lineage:read']);
    }
  }
});
