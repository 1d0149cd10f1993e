import { describe, expect, it } from 'vitest';
import { UNKNOWN_RUN } from '../../prisma/seed/stories/headless.ts';
import { PAUSED_RUN, UNKNOWN_STATUS } from '../../prisma/seed/stories/unfinished.ts';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');
const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const RUN_CURSOR = base64(JSON.stringify(['WorkflowRun:-createdAt,-runId', 'not a time', 'x']));

/** Each is refused with BAD_USER_INPUT and these words, and gives no row. */
const REFUSED: readonly (readonly [what: string, query: string, words: RegExp])[] = [
  ['a malformed cursor', '{ x: documents(after: "garbage") { nodes { docId } } }', /after is not a cursor/],
  [
    'a cursor of bytes',
    `{ x: documents(after: "${base64('{"a":1}')}") { nodes { docId } } }`,
    /after is not a cursor/,
  ],
  [
    'a cursor of another list',
    `{ x: documents(after: "${base64('["Vector:rowId","1"]')}") { nodes { docId } } }`,
    /another list or order/,
  ],
  [
    'a cursor with a value that is none',
    `{ x: workflowRuns(before: "${RUN_CURSOR}", orderBy: [{ createdAt: DESC }]) { nodes { runId } } }`,
    /before takes a DateTime/,
  ],
  ['first: -1', '{ x: documents(first: -1) { nodes { docId } } }', /first takes 0 to 500, but got -1/],
  ['first: 100000', '{ x: documents(first: 100000) { nodes { docId } } }', /first takes 0 to 500/],
  ['first and last', '{ x: documents(first: 1, last: 1) { nodes { docId } } }', /not both/],
  ['a garbage node id', '{ x: node(id: "!!!") { id } }', /ot an id of this API/],
  ['a node id of no type', `{ x: node(id: "${base64('Password:1')}") { id } }`, /ot an id of this API/],
  ['a node id of an input type', `{ x: node(id: "${base64('PageInfo:1')}") { id } }`, /ot an id of this API/],
  [
    'a node id whose key is no number',
    `{ x: node(id: "${base64('TokenUsage:1; drop table x')}") { id } }`,
    /takes a BigInt/,
  ],
  ['a BigInt that is no number', '{ x: vector(rowId: "twelve") { docId } }', /BigInt/],
  ['a BigInt of 64 bits', '{ x: vector(rowId: "9223372036854775808") { docId } }', /BigInt/],
  [
    'a time that is none',
    '{ x: workflowRuns(where: { createdAt: { gt: "2026-13-01T00:00:00Z" } }) { nodes { runId } } }',
    /DateTime/,
  ],
  [
    'a null to compare with',
    '{ x: documents(where: { title: { eq: null } }) { nodes { docId } } }',
    /isNull/,
  ],
  [
    'a NUL in a text',
    '{ x: documents(where: { title: { eq: "a\\u0000b" } }) { nodes { docId } } }',
    /a character that PostgreSQL cannot store/,
  ],
  [
    'an order of two fields in one',
    '{ x: documents(orderBy: [{ title: ASC, author: ASC }]) { nodes { docId } } }',
    /exactly one field/,
  ],
  ['an order of no field', '{ x: documents(orderBy: [{}]) { nodes { docId } } }', /exactly one field/],
  ['two keys', '{ x: vector(rowId: "1", chunkId: "a") { docId } }', /Give chunkId, or rowId/],
  ['no key', '{ x: vector { docId } }', /Give chunkId, or rowId/],
  ['half a key', `{ x: runRecord(runId: "${WALK_RUN}") { rowId } }`, /Give rowId, or runId and/],
  [
    'a path of nothing',
    '{ x: prepManifests(first: 1) { nodes { payload(path: "a..b") } } }',
    /keys separated by dots/,
  ],
  ['a field that is none', '{ x: documents { nodes { passwordHash } } }', /Cannot query field/],
  [
    'an unknown enum value',
    '{ x: asyncJobs(where: { status: { eq: LOST } }) { nodes { jobId } } }',
    /AsyncJobStatus/,
  ],
];

describe('bad input gets a clear error and nothing else', () => {
  it.each(REFUSED)('%s', async (_what, query, words) => {
    const answer = await api().ask(query);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toMatch(words);
    expect(JSON.stringify(answer)).not.toMatch(/select |node_modules|at file|stack/);
  });

  it('nulls the field with the error and leaves the rest standing', async () => {
    const { data, errors } = await api().ask(
      `{ workflowRun(runId: "${WALK_RUN}") { status bad: records(first: -1) { totalCount } good: records(first: 1) { totalCount } } }`,
    );
    expect(data.workflowRun).toEqual({
      status: 'completed',
      bad: null,
      good: { totalCount: expect.any(Number) },
    });
    expect(errors?.map(({ path }) => path)).toEqual([['workflowRun', 'bad']]);
  });

  it('is an error where the value of a variable is wrong, and none where the next one is right', async () => {
    const document = 'query ($n: Int) { x: documents(first: $n) { nodes { docId } } }';
    const sizes = [];
    for (const n of [2, -1, 3, 1000, 5])
      sizes.push((await api().ask(document, { n })).data?.x?.nodes.length ?? null);
    expect(sizes).toEqual([2, null, 3, null, 5]);
  });
});

describe('what is no error', () => {
  it('is a run that no table knows: null', async () => {
    expect(
      await api().data('query ($id: String!) { workflowRun(runId: $id) { runId } }', { id: UNKNOWN_RUN }),
    ).toEqual({
      workflowRun: null,
    });
  });

  it('is a value that nobody has heard of, in an open column', async () => {
    const { workflowRun } = await api().data('query ($id: String!) { workflowRun(runId: $id) { status } }', {
      id: PAUSED_RUN,
    });
    expect(workflowRun.status).toBe(UNKNOWN_STATUS);
  });

  it('is SQL in a text: it is only a text', async () => {
    const text = `'; drop table ingestion.documents; --`;
    const before = await api().sql('select count(*) as n from ingestion.documents');
    const { documents } = await api().data(
      'query ($t: String) { documents(where: { title: { contains: $t } }) { totalCount } }',
      {
        t: text,
      },
    );
    expect(documents.totalCount).toBe(0);
    expect(await api().sql('select count(*) as n from ingestion.documents')).toEqual(before);
  });
});
