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

const RUN_OF_STEP = "from workflow.run_records h where h.run_id = s.run_id and h.record_kind = 'run'";
const NOT = [
  '{ NOT: { reuseSourceRunId: { ne: $source } } }',
  'not (s.reuse_source_run_id <> $source)',
] as const;
const IS_INDEX = ['{ step: { eq: "index" } }', "s.step = 'index'"] as const;

/** Filters of steps, of which most have no reuseSourceRunId, and the same in SQL. */
const OF_A_STEP: readonly (readonly [where: string, sql: string])[] = [
  ['{ reuseSourceRunId: { eq: $source } }', 's.reuse_source_run_id = $source'],
  ['{ reuseSourceRunId: { isNull: true } }', 's.reuse_source_run_id is null'],
  ['{ reuseSourceRunId: { isNull: false } }', 's.reuse_source_run_id is not null'],
  ['{ NOT: { reuseSourceRunId: { eq: "zzz" } } }', "not (s.reuse_source_run_id = 'zzz')"],
  ['{ NOT: { reuseSourceRunId: { isNull: true } } }', 'not (s.reuse_source_run_id is null)'],
  NOT,
  [`{ AND: [${NOT[0]}] }`, NOT[1]],
  [`{ OR: [${NOT[0]}] }`, NOT[1]],
  [`{ NOT: ${NOT[0]} }`, `not (${NOT[1]})`],
  [`{ NOT: { AND: [${NOT[0]}, ${IS_INDEX[0]}] } }`, `not (${NOT[1]} and ${IS_INDEX[1]})`],
  [`{ NOT: { OR: [${NOT[0]}, ${IS_INDEX[0]}] } }`, `not (${NOT[1]} or ${IS_INDEX[1]})`],
  [`{ AND: [{ NOT: ${IS_INDEX[0]} }, ${NOT[0]}] }`, `not (${IS_INDEX[1]}) and ${NOT[1]}`],
  [`{ OR: [{ NOT: ${IS_INDEX[0]} }, ${NOT[0]}] }`, `not (${IS_INDEX[1]}) or ${NOT[1]}`],
  ['{ AND: [] }', 'true'],
  ['{ OR: [] }', 'false'],
  ['{ NOT: {} }', 'not true'],
  ...(['status', 'parentRunId'] as const).flatMap((field): (readonly [string, string])[] => {
    const column = field === 'status' ? 'h.status' : 'h.parent_run_id';
    const inner = `{ NOT: { ${field}: { eq: "completed" } } }`;
    const fulfils = `(not (${column} = 'completed'))`;
    const quantified: readonly (readonly [string, string])[] = [
      [`{ run: { some: ${inner} } }`, `exists (select ${RUN_OF_STEP} and ${fulfils})`],
      [`{ run: { none: ${inner} } }`, `not exists (select ${RUN_OF_STEP} and ${fulfils})`],
      [`{ run: { every: ${inner} } }`, `not exists (select ${RUN_OF_STEP} and ${fulfils} is not true)`],
    ];
    return [
      ...quantified,
      ...quantified.map(([where, sql]) => [`{ NOT: ${where} }`, `not (${sql})`] as const),
    ];
  }),
];

const QUANTIFIED: Readonly<Record<string, (fulfils: string) => string>> = {
  some: (fulfils) =>
    `exists (select from workflow.run_records s where s.run_id = r.run_id and s.record_kind = 'step' and (${fulfils}))`,
  none: (fulfils) => `not ${QUANTIFIED.some?.(fulfils)}`,
  every: (fulfils) => `not ${QUANTIFIED.some?.(`(${fulfils}) is not true`)}`,
};

describe.each(Object.entries(QUANTIFIED))(
  'runs by %s of their steps, of values that are missing',
  (quantifier, written) => {
    it.each(OF_A_STEP)('%s', async (where, fulfils) => {
      const [source] = await api().sql(
        "select max(reuse_source_run_id) as id from workflow.run_records where record_kind = 'step'",
      );
      const literal = (text: string, quote: string) =>
        text.replaceAll('$source', `${quote}${source?.id}${quote}`);
      const inner = `steps: { ${quantifier}: ${literal(where, '"')} }`;
      const { fulfilling, others } = await api().data(`{
      fulfilling: workflowRuns(first: 500, where: { ${inner} }) { totalCount nodes { runId } }
      others: workflowRuns(where: { NOT: { ${inner} } }) { totalCount } }`);
      const rows = await api().sql(
        `select r.run_id, ${written(literal(fulfils, "'"))} as fulfils from workflow.run_records r where r.record_kind = 'run'`,
      );
      const expected = rows.filter((row) => row.fulfils === true).map((row) => row.run_id);
      expect(fulfilling.nodes.map((node: { runId: string }) => node.runId).sort()).toEqual(
        expected.sort().slice(0, 500),
      );
      expect([fulfilling.totalCount, others.totalCount]).toEqual([
        expected.length,
        rows.length - expected.length,
      ]);
    });
  },
);
