import { describe, expect } from 'vitest';
import { CHILD_RUNS, MISREAD_QUESTION, PARENT_RUN } from '../../prisma/seed/stories/family.ts';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import type { Answer } from '../support/server.ts';
import { serverTest as it } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** By hand: the questions of all runs, with what tells which are the same and which are earlier. */
const QUESTIONS = `select q.id::text, q.run_id, coalesce(q.question_id, q.record_key) as question_id,
    coalesce(q.question, q.payload_json ->> 'question') as text, h.workstream_id, h.parent_run_id,
    extract(epoch from coalesce(h.started_at, h.finished_at, h.created_at, q.created_at))::float8 as at
  from workflow.run_records q left join workflow.run_records h on h.run_id = q.run_id and h.record_kind = 'run'
  where q.record_kind = 'question'`;

interface Question {
  readonly id: string;
  readonly run_id: string;
  readonly question_id: string;
  readonly text: string | null;
  readonly workstream_id: string | null;
  readonly at: number;
}

const plain = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

async function expectedAnswers({ sql }: Pick<TestDatabase, 'sql'>): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql(QUESTIONS);
  const questions = rows.map(
    (row): Question => ({
      id: String(row.id),
      run_id: String(row.run_id),
      question_id: String(row.question_id),
      text: row.text === null ? null : String(row.text),
      workstream_id: row.workstream_id === null ? null : String(row.workstream_id),
      at: Number(row.at),
    }),
  );
  const families = new Map<string, string>();
  const rootOf = (id: string): string => {
    const above = families.get(id);
    return above === undefined ? id : rootOf(above);
  };
  for (const { run_id, parent_run_id } of await sql(
    `select run_id, parent_run_id from workflow.run_records where record_kind = 'run' and parent_run_id <> ''`,
  ))
    families.set(String(run_id), String(parent_run_id));
  const isEarlier = (one: Question, of: Question): boolean =>
    one.run_id !== of.run_id &&
    one.question_id === of.question_id &&
    plain(one.text) === plain(of.text) &&
    one.at < of.at &&
    (rootOf(one.run_id) === rootOf(of.run_id) ||
      (one.workstream_id !== null && one.workstream_id === of.workstream_id));
  return new Map(
    questions.map((of) => [
      of.id,
      questions
        .filter((one) => isEarlier(one, of))
        .sort((a, b) => b.at - a.at || Number(b.id) - Number(a.id))
        .map(({ id }) => id),
    ]),
  );
}

describeEveryDatabase((api, content) => {
  it('every question has the earlier answers of a search by hand', async () => {
    const expected = await expectedAnswers(api());
    expect(expected.size).toBeGreaterThan(100);
    if (content === 'demo')
      expect([...expected.values()].filter((found) => found.length > 1).length).toBeGreaterThan(3);
    const found = new Map<string, string[]>();
    let after: string | null = null;
    do {
      api().statements.length = 0;
      const data: Answer['data'] = await api().data(
        `query ($after: String) { runRecords(first: 200, after: $after, where: { recordKind: { eq: "question" } }) {
          pageInfo { hasNextPage endCursor } nodes { rowId earlierAnswers(first: 100) { nodes { rowId } } } } }`,
        { after },
      );
      expect(api().statements).toHaveLength(1);
      const { pageInfo, nodes } = data.runRecords;
      for (const { rowId, earlierAnswers } of nodes)
        found.set(
          rowId,
          earlierAnswers.nodes.map((node: { rowId: string }) => node.rowId),
        );
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
});

async function ask(
  { sql }: TestDatabase,
  run: string,
  at: string,
  question: string | null,
  header: { readonly parent?: string; readonly workstream?: string; readonly none?: true } = {},
  id = 'A01',
): Promise<void> {
  if (!header.none)
    await sql(
      `insert into workflow.run_records (run_id, record_kind, step, record_key, started_at, parent_run_id, workstream_id, created_at)
       values ($1, 'run', '', 'main', $2, $3, $4, '2026-09-09')`,
      [run, at, header.parent ?? null, header.workstream ?? null],
    );
  await sql(
    `insert into workflow.run_records (run_id, record_kind, step, record_key, question_id, payload_json, created_at)
     values ($1, 'question', 'agentic', $2, $2, $3, $4)`,
    [run, id, JSON.stringify({ question, answer: run }), at],
  );
}

const EARLIER = `query ($run: String!, $key: String! = "A01") { runRecord(runId: $run, recordKind: "question", step: "agentic", recordKey: $key) {
  earlierAnswers { totalCount nodes { runId } } } }`;

describe('the earlier answers to a question', () => {
  it('are those of relatives in any direction and of the workstream, asked in the same words, newest first', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    const text = 'What is the main finding?';
    await ask(opened, 'root', '2026-01-01', text);
    await ask(opened, 'uncle', '2026-01-02', 'what is  the MAIN finding', { parent: 'root' });
    await ask(opened, 'parent', '2026-01-03', text, { parent: 'root' });
    await ask(opened, 'cousin', '2026-01-04', text, { parent: 'uncle', workstream: 'w' });
    await ask(opened, 'other words', '2026-01-04', 'What is the second finding?', { parent: 'root' });
    await ask(opened, 'other id', '2026-01-04', text, { parent: 'root' }, 'A02');
    await ask(opened, 'stranger', '2026-01-04', text);
    await ask(opened, 'same workstream', '2026-01-05', text, { workstream: 'w' });
    await ask(opened, 'no text', '2026-01-05', null, { workstream: 'w' });
    await ask(opened, 'this', '2026-01-06', text, { parent: 'parent', workstream: 'w' });
    await ask(opened, 'same time', '2026-01-06', text, { workstream: 'w' });
    await ask(opened, 'later', '2026-01-07', text, { parent: 'parent' });
    await ask(opened, 'of a lost parent', '2026-01-07', text, { parent: 'lost' });
    await ask(opened, 'of the same lost parent', '2026-01-08', text, { parent: 'lost' });
    await ask(opened, 'alone', '2026-01-09', text, { none: true });
    await ask(opened, 'a', '2026-02-01', '¿Qué?', { parent: 'b' });
    await ask(opened, 'b', '2026-02-02', '¿Qué?', { parent: 'a' });
    await ask(opened, 'c', '2026-02-03', '何？', { parent: 'b' });
    await ask(opened, 'd', '2026-02-04', '何', { parent: 'c' });
    const server = await serve(opened.database);
    const earlier = async (run: string) => {
      const { runRecord } = await server.data(EARLIER, { run });
      const { totalCount, nodes } = runRecord.earlierAnswers;
      expect(nodes).toHaveLength(totalCount);
      return nodes.map(({ runId }: { runId: string }) => runId);
    };
    expect(await earlier('this')).toEqual(['same workstream', 'cousin', 'parent', 'uncle', 'root']);
    expect(await earlier('root')).toEqual([]);
    expect(await earlier('later')).toEqual(['this', 'cousin', 'parent', 'uncle', 'root']);
    expect(await earlier('no text')).toEqual([]);
    expect(await earlier('of the same lost parent')).toEqual(['of a lost parent']);
    expect(await earlier('alone')).toEqual([]);
    expect(await earlier('b')).toEqual(['a']);
    // Nothing of these texts is left when they are normalized.
    expect(await earlier('d')).toEqual([]);
  });

  it('are a list as any other: filtered, sorted, in pages', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    const document = `query ($after: String) { runRecord(runId: "${CHILD_RUNS[1]}", recordKind: "question", step: "agentic", recordKey: "${MISREAD_QUESTION}") {
      earlierAnswers(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { runId payloadJson(path: "answer") } }
      sure: earlierAnswers(where: { runId: { eq: "${PARENT_RUN}" } }) { totalCount }
      sorted: earlierAnswers(orderBy: [{ runId: ASC }]) { nodes { runId reusedFromRunId } } } }`;
    const { runRecord } = await server.data(document);
    expect(runRecord.earlierAnswers).toMatchObject({
      totalCount: 2,
      nodes: [{ runId: CHILD_RUNS[0], payloadJson: expect.stringContaining('how much carbon') }],
      pageInfo: { hasNextPage: true },
    });
    const next = await server.data(document, { after: runRecord.earlierAnswers.pageInfo.endCursor });
    expect(next.runRecord.earlierAnswers.nodes).toMatchObject([{ runId: PARENT_RUN }]);
    expect(runRecord.sure.totalCount).toBe(1);
    expect(runRecord.sorted.nodes.map(({ runId }: { runId: string }) => runId)).toEqual([
      PARENT_RUN,
      CHILD_RUNS[0],
    ]);
  });

  it('take the scope of the texts by which they are found, and keep to the projects of the caller', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    await ask(opened, 'theirs', '2026-01-01', 'Why?', { workstream: 'w' });
    await ask(opened, 'mine before', '2026-01-02', 'Why?', { workstream: 'w' });
    await ask(opened, 'mine', '2026-01-03', 'Why?', { workstream: 'w' });
    await opened.sql(
      `update workflow.run_records set project_id = case run_id when 'theirs' then 'theirs' else 'mine' end`,
    );
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const variables = { run: 'mine' };
    const mayNot = await server.ask(EARLIER, variables, await bearer({ scope: 'lineage:read' }));
    expect(mayNot.data).toEqual({ runRecord: { earlierAnswers: null } });
    expect(mayNot.errors?.map(({ extensions }) => [extensions.code, extensions.scope])).toEqual([
      ['FORBIDDEN', 'content:read'],
    ]);
    const bound = await bearer({ scope: 'lineage:read content:read', projects: ['mine'] });
    const { data } = await server.ask(EARLIER, variables, bound);
    expect(data.runRecord.earlierAnswers.nodes).toEqual([{ runId: 'mine before' }]);
  });
});
