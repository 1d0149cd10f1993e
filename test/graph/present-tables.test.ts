import { expect } from 'vitest';
import { ADA_SESSION } from '../../prisma/seed/stories/people.ts';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as test } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { askedTypeOf } from '../support/types.ts';

/** What revision 0007 does not have yet. */
const LATER = [
  'ChatTurn',
  'OpenalexCitationGraphCacheEntry',
  'PaperComparison',
  'PaperComparisonCell',
  'PaperNote',
  'Project',
  'ProjectPaper',
  'ProjectPersona',
  'ProjectQueryCacheEntry',
].map(askedTypeOf);

const codesAt = (
  errors: readonly { path?: readonly unknown[]; extensions: { code: string } }[] | undefined,
) =>
  errors?.map(({ path, extensions }) => [
    path?.filter((step) => typeof step === 'string').join('.'),
    extensions.code,
  ]);

test('a database of an older revision lacks the later tables at their fields only', async ({ serve }) => {
  const { sql, database } = await databaseForTest('demo');
  for (const { table } of LATER) await sql(`drop table ${table} cascade`);
  await sql('alter table retrieval.query_cache drop column share_eligible, drop column source_project_id');
  const server = await serve(database);
  for (const { list, table } of LATER) {
    const { data, errors } = await server.ask(
      `{ ${list} { totalCount } documents(first: 1) { nodes { docId } } }`,
    );
    expect(data[list]).toBeNull();
    expect(data.documents.nodes).toHaveLength(1);
    expect(codesAt(errors)).toEqual([[list, 'NOT_IN_THIS_DATABASE']]);
    expect(JSON.stringify(errors)).toContain(table);
  }
  const { data, errors } = await server.ask(`{
    tokenUsageList(first: 1, where: { operation: { eq: "chat" } }) { nodes { rowId chatTurn { rowId } project { name } session { username } } }
    documents(first: 1) { nodes { docId chatTurns { totalCount } notes { totalCount } } }
    queryCacheEntries(first: 1) { nodes { cacheKey shareEligible sourceProjectId sourceProject { name } } }
  }`);
  const [chat] = await sql(
    `select max(id)::text as id from observability.token_usage where operation = 'chat'`,
  );
  expect(data.tokenUsageList.nodes).toEqual([
    { rowId: chat?.id, chatTurn: null, project: null, session: { username: expect.any(String) } },
  ]);
  expect(data.documents.nodes).toEqual([{ docId: expect.any(String), chatTurns: null, notes: null }]);
  expect(data.queryCacheEntries.nodes).toEqual([
    { cacheKey: expect.any(String), shareEligible: null, sourceProjectId: null, sourceProject: null },
  ]);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
    new Set(['NOT_IN_THIS_DATABASE']),
  );
});

test('a turn of the chat leads to its calls, its paper, its person and its project, in one statement', async ({
  serve,
}) => {
  const opened = await databaseForTest('demo');
  const server = await serve(opened.database);
  const [turn] = await opened.sql(`select c.id::text, u.id::text as usage, d.doc_id, c.username, p.name
    from retrieval.chat_history_turns c join observability.token_usage u using (request_id)
    join ingestion.documents d on d.path = c.paper_path join auth.projects p on p.project_id = c.project_id
    where c.session_id = '${ADA_SESSION}'`);
  opened.statements.length = 0;
  const data = await server.data(
    `query ($id: BigInt!) { chatTurn(rowId: $id) { tokenUsage { nodes { rowId chatTurn { rowId } } }
      document { docId } user { username } session { username } project { name } sessionIdDigest } }`,
    { id: turn?.id },
  );
  expect(data.chatTurn).toEqual({
    tokenUsage: { nodes: [{ rowId: turn?.usage, chatTurn: { rowId: turn?.id } }] },
    document: { docId: turn?.doc_id },
    user: { username: turn?.username },
    session: { username: turn?.username },
    project: { name: turn?.name },
    sessionIdDigest: expect.stringMatching(/^[\w-]{22}$/),
  });
  expect(opened.statements.filter(({ text }) => text.includes('chat_history_turns'))).toHaveLength(1);
});

test('who asked, compared or wrote takes auth:read, and what was said content:read', async ({ serve }) => {
  const { database } = await databaseForTest('demo');
  const server = await serve(database, { secrets: { jwtSecret: JWT_SECRET } });
  const query = `{
    chatTurns(first: 1) { nodes { model username query sessionIdDigest } }
    paperNotes(first: 1) { nodes { paperId username noteText } }
    paperComparisons(first: 1, where: { comparisonId: { eq: "cmp-wages" } }) { nodes { status createdByUsername createdBy { email } } }
  }`;
  const { data, errors } = await server.ask(query, {}, await bearer({ scope: 'lineage:read' }));
  expect(data).toEqual({
    chatTurns: { nodes: [{ model: 'gpt-5', username: null, query: null, sessionIdDigest: null }] },
    paperNotes: { nodes: [{ paperId: expect.any(String), username: null, noteText: null }] },
    paperComparisons: { nodes: [{ status: 'COMPLETED', createdByUsername: null, createdBy: null }] },
  });
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  const scope = 'lineage:read content:read auth:read';
  expect((await server.ask(query, {}, await bearer({ scope }))).errors).toBeUndefined();
});
