import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest, serverTest } from '../support/server-test.ts';
import { untilIndexed } from '../support/until-indexed.ts';

/** Calls and searches of one request, each of run `a`, of run `b` and of none; and one of another request. */
const ROWS = ['a', 'b', null].map((run) => `(${run === null ? 'null' : `'${run}'`}, 'request')`).join(', ');
const SCRIPT = `insert into observability.token_usage (run_id, request_id) values ${ROWS}, ('a', 'another');
  insert into retrieval.retrieval_events (run_id, request_id) values ${ROWS}, ('a', null);`;

describe('calls and searches of one request', () => {
  it.each([
    ['retrievalEvents', 'tokenUsage'],
    ['tokenUsageList', 'retrievalEvents'],
  ])('are of the same run where both name one: %s to %s', async (list, edge) => {
    const { database, exec } = await databaseForTest('empty');
    await exec(SCRIPT);
    const server = await serverForTest(database);
    const { found } = await server.data(
      `{ found: ${list}(where: { requestId: { eq: "request" } }, orderBy: { rowId: ASC }) { nodes {
        runId edge: ${edge} { totalCount estimatedCount nodes { runId } } of: ${edge}(where: { runId: { eq: "a" } }) { totalCount }
        last: ${edge}(last: 1) { nodes { runId } } } } }`,
    );
    expect(found.nodes).toMatchObject([
      {
        runId: 'a',
        edge: { totalCount: 2, nodes: [{ runId: 'a' }, { runId: null }] },
        of: { totalCount: 1 },
      },
      {
        runId: 'b',
        edge: { totalCount: 2, nodes: [{ runId: 'b' }, { runId: null }] },
        of: { totalCount: 0 },
      },
      { runId: null, edge: { totalCount: 3 }, of: { totalCount: 1 }, last: { nodes: [{ runId: null }] } },
    ]);
  });
});

describe('the calls of a question and of a step', () => {
  const CALLS = `{ workflowRun(runId: "r") { records { nodes { recordKind recordKey step
    tokenUsage { totalCount nodes { model } } few: tokenUsage(where: { model: { startsWith: "q" } }, first: 1) { nodes { model } } } } } }`;

  serverTest('are the same with the index that doctor advises and without it', async ({ serve }) => {
    const { database, exec, statements } = await databaseForTest('empty');
    await exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, question_id) values
        ('r', 'run', '', 'main', null), ('r', 'question', 'agentic', 'A01', 'A01'), ('r', 'question', 'agentic', 'A02', 'A02'),
        ('r', 'question', 'agentic', 'odd', null), ('r', 'step', 'agentic', 'main', null), ('r', 'step', 'prep', 'main', null);
      insert into observability.token_usage (run_id, question_id, step, model) values
        ('r', 'A01', 'agentic_report_question_answer', 'q1'), ('r', 'A01', 'agentic_report_question_answer', 'q2'),
        ('r', 'A02', 'agentic_report_question_answer', 'q3'), ('r', null, 'prep_ocr', 'p'), ('s', 'A01', 'prep_ocr', 'other');`);
    const server = await serve(database);
    const without = await server.data(CALLS);
    const models = Object.fromEntries(
      without.workflowRun.records.nodes.map(
        (record: {
          recordKind: string;
          recordKey: string;
          step: string;
          tokenUsage: { nodes: { model: string }[] };
        }) => [
          `${record.recordKind} ${record.step} ${record.recordKey}`,
          record.tokenUsage.nodes.map(({ model }) => model).join(' '),
        ],
      ),
    );
    expect(models).toMatchObject({
      'run  main': '',
      'question agentic A01': 'q1 q2',
      'question agentic A02': 'q3',
      'question agentic odd': '',
      'step prep main': 'p',
    });
    await exec('create index on observability.token_usage (run_id, question_id)');
    await untilIndexed(database, 'observability.token_usage', ['run_id', 'question_id']);
    statements.length = 0;
    expect(await server.data(CALLS)).toEqual(without);
    expect(statements.map(({ text }) => text.includes(' union all '))).toEqual([true]);
  });
});
