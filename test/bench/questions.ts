import { columnsOf, isTableType, TABLES } from '../../src/database/tables.ts';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';
import { ASKED_TYPES, askedTypeOf } from '../support/types.ts';

/** A question to the API, and the same in hand-written SQL. */
export interface Question {
  readonly group: 'list' | 'edge' | 'filter' | 'order' | 'count' | 'answer';
  readonly name: string;
  readonly query: string;
  /** Undefined where it is no single select that anybody would write. */
  readonly sql?: string;
  /** It has to read a whole table: only the ratio counts. */
  readonly readsAll?: true;
}

const lists: readonly Question[] = ASKED_TYPES.map(({ table, key, keyField, list, order }) => ({
  group: 'list',
  name: list,
  query: `{ ${list} { nodes { ${keyField} } } }`,
  sql: `select ${key} from ${table} order by ${order} limit 20`,
}));

/** The column of a stored field; undefined for one that is computed. */
const columnOf = (type: string, field: string): string | undefined =>
  columnsOf(isTableType(type) ? type : 'RunRecord').get(field)?.name;

/** The children of a row `p`, as somebody writes it who knows the tables; undefined for ties that take more than keys. */
function byHand(type: string, edge: Edge): string | undefined {
  if (edge.either || edge.alike || edge.orElse) return undefined;
  const conditions: string[] = [];
  const tables: string[] = [];
  let [before, beforeType] = ['p', type];
  for (const [index, { to, on, ...rest }] of [...(edge.via ?? []), edge].entries()) {
    const alias = `t${index}`;
    tables.push(`${TABLES[isTableType(to) ? to : 'RunRecord'].name} ${alias}`);
    for (const [field, of] of Object.entries(on)) {
      const [own, other] = [columnOf(to, field), columnOf(beforeType, of)];
      if (own === undefined || other === undefined) return undefined;
      conditions.push(`${alias}.${own} = ${before}.${other}`);
    }
    const where = 'where' in rest ? rest.where : undefined;
    for (const [field, value] of Object.entries(where ?? {}))
      conditions.push(`${alias}.${columnOf(to, field)} = '${value}'`);
    if (to === 'WorkflowRun') conditions.push(`${alias}.record_kind = 'run'`);
    [before, beforeType] = [alias, to];
  }
  const { key } = askedTypeOf(edge.to);
  const distinct = edge.distinct ? 'distinct ' : '';
  return `select ${distinct}${before}.${key} as child from ${tables.join(', ')} where ${conditions.join(' and ')} order by 1 limit 20`;
}

/** From ten rows of the type, the first twenty of each. */
const edges: readonly Question[] = Object.entries(EDGES).flatMap(([type, own]) =>
  Object.entries<Edge>(own).map(([name, edge]): Question => {
    const { table, list, order: by } = askedTypeOf(type);
    const below = askedTypeOf(edge.to).keyField;
    const selection = edge.as === 'connection' ? `(first: 20) { nodes { ${below} } }` : `{ ${below} }`;
    const children = byHand(type, edge);
    return {
      group: 'edge',
      name: `${type}.${name}`,
      query: `{ ${list}(first: 10) { nodes { ${name} ${selection} } } }`,
      ...(children && {
        sql: `select x.child from (select * from ${table} order by ${by} limit 10) p cross join lateral (${children}) x`,
      }),
    };
  }),
);

const CALLS = 'observability.token_usage';
const LATEST = 'order by created_at desc, id desc limit 20';
const filter = (name: string, where: string, sql: string, order = LATEST): Question => ({
  group: 'filter',
  name,
  query: `{ tokenUsageList(where: { ${where} }) { nodes { rowId } } }`,
  sql: `select id from ${CALLS} where ${sql} ${order}`,
});
const day = (from: string, to: string): string =>
  `created_at >= '2026-${from}' and created_at < '2026-${to}'`;

const filters: readonly Question[] = [
  filter(
    'a day',
    'createdAt: { gte: "2026-09-01T00:00:00Z", lt: "2026-09-02T00:00:00Z" }',
    day('09-01', '09-02'),
  ),
  filter('isNull', 'runId: { isNull: true }', 'run_id is null'),
  filter('eq of a run', 'runId: { eq: "run-77" }', "run_id = 'run-77'", 'order by id desc limit 20'),
  filter('eq of a whale', 'runId: { eq: "whale-2" }', "run_id = 'whale-2'", 'order by id desc limit 20'),
  filter('eq without a match', 'requestId: { eq: "no such" }', "request_id = 'no such'"),
  filter('in', 'runId: { in: ["run-77", "run-78"] }', "run_id in ('run-77', 'run-78')"),
  filter('eq, common', 'model: { eq: "gpt-5" }', "model = 'gpt-5'"),
  filter('ne', 'model: { ne: "gpt-5" }', "model <> 'gpt-5'"),
  filter('gt', 'totalTokens: { gt: 3000 }', 'total_tokens > 3000'),
  filter('startsWith', 'model: { startsWith: "gpt" }', "starts_with(model, 'gpt')"),
  filter('icontains', 'model: { icontains: "NANO" }', "model ilike '%nano%'"),
  {
    ...filter('contains without a match', 'model: { contains: "no such" }', "strpos(model, 'no such') > 0"),
    readsAll: true,
  },
  filter(
    'an edge: some',
    'run: { some: { status: { eq: "failed" } } }',
    `exists (select from workflow.run_records r
    where r.run_id = token_usage.run_id and r.record_kind = 'run' and r.status = 'failed')`,
  ),
];

const order = (name: string, list: string, by: string, key: string, sql: string): Question => ({
  group: 'order',
  name,
  query: `{ ${list}(orderBy: [${by}]) { nodes { ${key} } } }`,
  sql,
});
const HEADERS = "workflow.run_records r where r.record_kind = 'run'";
const orders: readonly Question[] = [
  order(
    'calls, first first',
    'tokenUsageList',
    '{ createdAt: ASC }',
    'rowId',
    `select id from ${CALLS} order by created_at, id limit 20`,
  ),
  {
    ...order(
      'calls, dearest first',
      'tokenUsageList',
      '{ costUsdTotal: DESC }',
      'rowId',
      `select id from ${CALLS} order by cost_usd_total desc, id desc limit 20`,
    ),
    readsAll: true,
  },
  order(
    'jobs, latest first',
    'asyncJobs',
    '{ createdAt: DESC }',
    'rowId',
    'select id from workflow.async_jobs order by created_at desc, id desc limit 20',
  ),
  order(
    'runs by status',
    'workflowRuns',
    '{ status: ASC }',
    'runId',
    `select run_id from ${HEADERS} order by status, run_id limit 20`,
  ),
  {
    group: 'order',
    name: 'calls of a week by rowId',
    query: `{ tokenUsageList(orderBy: [{ rowId: ASC }], where: { createdAt: { gte: "2026-09-01T00:00:00Z", lt: "2026-09-08T00:00:00Z" } }) { nodes { rowId } } }`,
    sql: `select id from (select id from ${CALLS} where ${day('09-01', '09-08')} offset 0) w order by id limit 20`,
  },
];

const count = (list: string, table: string): Question => ({
  group: 'count',
  name: `${list} totalCount`,
  query: `{ ${list} { totalCount } }`,
  sql: `select count(*) from ${table}`,
  readsAll: true,
});
const counts: readonly Question[] = [
  count('workflowRuns', `${HEADERS} and r.step = '' and r.record_key = 'main'`),
  count('runRecords', 'workflow.run_records'),
  count('documents', 'ingestion.documents'),
  count('tokenUsageList', CALLS),
  count('vectors', 'indexing.vectors'),
];

const SUMS = 'count(*), sum(total_tokens), sum(cost_usd_total::text::numeric)';

/** Answers whose speed the project promises: at most 1.3 times that of the SQL. `first` to `end`: a month with calls, whose last week begins with `week`. */
export const promised = (first: string, week: string, end: string, runId: string): readonly Question[] => [
  {
    group: 'answer',
    name: 'usageBy over a run',
    query: `{ workflowRun(runId: "${runId}") { usageBy(groupBy: [STEP, MODEL]) { nodes { step model calls totalTokens costUsd } } } }`,
    sql: `select step, model, ${SUMS} from ${CALLS} where run_id = '${runId}' group by 1, 2 order by 1, 2 limit 20`,
  },
  {
    group: 'answer',
    name: 'the 50 dearest runs of a week',
    query: `{ workflowRuns(first: 50, orderBy: [{ costUsd: DESC }], where: { createdAt: { gte: "${week}T00:00:00Z" } }) { nodes { runId costUsd } } }`,
    sql: `select run_id, (select sum(cost_usd_total::text::numeric)::float8 from ${CALLS} u where u.run_id = r.run_id) as cost
      from ${HEADERS} and created_at >= '${week}' order by cost desc, run_id desc limit 50`,
  },
  {
    group: 'answer',
    name: 'usageOverTime of 30 days by model',
    query: `{ usageOverTime(interval: DAY, from: "${first}T00:00:00Z", to: "${end}T00:00:00Z", groupBy: [MODEL], first: 500) { nodes { at model calls totalTokens costUsd } } }`,
    sql: `select date_trunc('day', created_at), model, ${SUMS} from ${CALLS} where created_at >= '${first}' and created_at < '${end}' group by 1, 2 order by 1, 2 limit 500`,
  },
];

const answers: readonly Question[] = [
  ...promised('2026-09-01', '2026-09-24', '2026-10-01', 'whale-2'),
  {
    group: 'answer',
    name: 'runs without a header',
    readsAll: true,
    query: '{ workflowRuns(withoutHeader: true) { nodes { runId } } }',
    sql: `select run_id, max(created_at) from ${CALLS} u where run_id is not null
      and not exists (select from ${HEADERS} and r.run_id = u.run_id) group by 1 order by 2 desc limit 20`,
  },
  {
    group: 'answer',
    name: 'usage of a run of many calls',
    query: '{ workflowRun(runId: "whale-2") { usage { calls totalTokens costUsd } } }',
    sql: `select ${SUMS} from ${CALLS} where run_id = 'whale-2'`,
  },
  {
    group: 'answer',
    name: 'calls of each of 84 questions',
    query:
      '{ workflowRun(runId: "run-25") { records(first: 100, where: { recordKind: { eq: "question" } }) { nodes { tokenUsage { nodes { rowId } } } } } }',
    sql: `select q.question_id, u.id from workflow.run_records q join ${CALLS} u on u.run_id = q.run_id and u.question_id = q.question_id
      where q.run_id = 'run-25' and q.record_kind = 'question'`,
  },
  {
    group: 'answer',
    name: 'usageBy model, over all',
    readsAll: true,
    query: '{ usageBy(groupBy: [MODEL]) { nodes { model calls totalTokens costUsd } } }',
    sql: `select model, ${SUMS} from ${CALLS} group by 1`,
  },
];

export const QUESTIONS: readonly Question[] = [
  ...lists,
  ...edges,
  ...filters,
  ...orders,
  ...counts,
  ...answers,
];
