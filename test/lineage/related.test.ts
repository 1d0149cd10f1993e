import { describe, expect, it } from 'vitest';
import { reusedFrom } from '../support/reused-from-in-sql.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** A filter by related rows, and the same in plain SQL: the keys of the rows that it lets through. */
const CASES: readonly (readonly [name: string, list: string, key: string, where: string, sql: string])[] = [
  [
    'runs with a failed step',
    'workflowRuns',
    'runId',
    '{ steps: { some: { status: { eq: "failed" } } } }',
    `select distinct h.run_id from workflow.run_records h where h.record_kind = 'run' and exists (select from
     workflow.run_records s where s.run_id = h.run_id and s.record_kind = 'step' and s.status = 'failed')`,
  ],
  [
    'papers that no index build of a run embedded',
    'documents',
    'docId',
    '{ workflowRuns: { none: {} } }',
    `select doc_id from ingestion.documents d where not exists (select from indexing.vectors v
     join indexing.pipeline_runs b on b.id = v.pipeline_run_id where v.doc_id = d.doc_id and b.workflow_run_id is not null)`,
  ],
  [
    'runs of which every call used tokens',
    'workflowRuns',
    'runId',
    '{ tokenUsage: { every: { totalTokens: { gt: 1000 } } } }',
    `select h.run_id from workflow.run_records h where h.record_kind = 'run' and not exists (select from
     observability.token_usage u where u.run_id = h.run_id and (u.total_tokens > 1000) is not true)`,
  ],
  [
    'calls for a question of low confidence',
    'tokenUsages',
    'rowId',
    '{ question: { some: { status: { eq: "low" } } } }',
    `select u.id::text from observability.token_usage u where exists (select from workflow.run_records q
     where q.run_id = u.run_id and q.question_id = u.question_id and q.record_kind = 'question' and q.status = 'low')`,
  ],
  [
    'shards of an index whose build embedded a paper, through two edges',
    'indexShards',
    'rowId',
    '{ pipelineRun: { some: { documents: { some: { title: { icontains: "a" } } } } } }',
    `select s.id::text from indexing.index_shards s where exists (select from indexing.vectors v
     join ingestion.documents d on d.doc_id = v.doc_id where v.pipeline_run_id = s.pipeline_run_id and d.title ilike '%a%')`,
  ],
  [
    'either of two edges, or not a third',
    'runRecords',
    'rowId',
    '{ recordKind: { eq: "step" }, OR: [{ reusedFrom: { some: {} } }, { NOT: { run: { some: { status: { eq: "completed" } } } } }] }',
    `select r.id::text from workflow.run_records r where r.record_kind = 'step' and (
     exists (select from workflow.run_records o where o.run_id = ${reusedFrom('r')}) or not exists (select from
     workflow.run_records h where h.run_id = r.run_id and h.record_kind = 'run' and h.status = 'completed'))`,
  ],
];

describe('rows are filtered by the rows that they lead to', () => {
  it.each(CASES)('%s', async (_, list, key, where, sql) => {
    api().statements.length = 0;
    const { found } = await api().data(
      `{ found: ${list}(first: 500, where: ${where}) { totalCount nodes { ${key} } } }`,
    );
    expect(api().statements).toHaveLength(1);
    const rows = await api().sql(sql);
    const expected = rows.map((row) => String(Object.values(row)[0])).sort();
    expect(found.totalCount).toBe(expected.length);
    const keys = found.nodes.map((node: Record<string, string>) => node[key]);
    expect(keys.sort()).toEqual(expected.slice(0, 500));
  });

  it('takes the inner filter by variable, at any depth', async () => {
    const query = 'query ($where: WorkflowRunWhere) { workflowRuns(where: $where) { totalCount } }';
    const where = { steps: { some: { status: { in: ['failed'] } } } };
    const { workflowRuns } = await api().data(query, { where });
    const [row] = await api().sql(
      `select count(distinct run_id) from workflow.run_records where record_kind = 'step' and status = 'failed'
       and run_id in (select run_id from workflow.run_records where record_kind = 'run')`,
    );
    expect(workflowRuns.totalCount).toBe(Number(row?.count));
  });

  it('has a price: 10 for an edge, and a bound', async () => {
    const cost = async (where: string) =>
      (await api().ask(`{ documents(first: 1, where: ${where}) { nodes { docId } } }`)).extensions?.cost
        .requested;
    const plain = (await cost('{}')) ?? Number.NaN;
    expect(await cost('{ vectors: { some: {} } }')).toBeGreaterThanOrEqual(plain + 10);
    const wide = Array.from({ length: 30 }, () => '{ workflowRuns: { some: {} } }').join(' ');
    const { errors } = await api().ask(`{ documents(where: { OR: [${wide}] }) { totalCount } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', limit: 'subqueries' });
  });

  it('refuses null in place of the inner filter', async () => {
    const { errors } = await api().ask('{ documents(where: { vectors: { some: null } }) { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
