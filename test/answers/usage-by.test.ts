import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

const HEADER = `left join workflow.run_records h on h.run_id = u.run_id and h.record_kind = 'run' and h.step = ''
  and h.record_key = 'main'`;

/** Each dimension: its field, and the same in plain SQL over the calls `u`. */
const DIMENSIONS = {
  STEP: ['step', 'u.step'],
  PIPELINE_STEP: [
    'pipelineStep',
    `(select s from unnest(array['prep','ingest','enrich','econ_data','agentic','index','evaluate','report']) s where u.step = s or u.step like replace(s, '_', '\\_') || '\\_%')`,
  ],
  MODEL: ['model', 'u.model'],
  OPERATION: ['operation', 'u.operation'],
  QUESTION: ['questionId', 'u.question_id'],
  RUN: ['runId', 'u.run_id'],
  WORKSTREAM: ['workstreamId', 'h.workstream_id'],
  ARM: ['arm', 'h.arm'],
  PROJECT: ['projectId', 'u.project_id'],
  PERSONA: ['personaId', 'u.persona_id'],
  CACHE_HIT: ['cacheHit', 'u.cache_hit'],
  HOUR: [
    'at',
    `to_json(date_trunc('hour', u.created_at at time zone 'Europe/Berlin') at time zone 'Europe/Berlin')`,
  ],
  DAY: [
    'at',
    `to_json(date_trunc('day', u.created_at at time zone 'Europe/Berlin') at time zone 'Europe/Berlin')`,
  ],
  WEEK: [
    'at',
    `to_json(date_trunc('week', u.created_at at time zone 'Europe/Berlin') at time zone 'Europe/Berlin')`,
  ],
  MONTH: [
    'at',
    `to_json(date_trunc('month', u.created_at at time zone 'Europe/Berlin') at time zone 'Europe/Berlin')`,
  ],
} as const;

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

interface Group {
  readonly calls: number;
  readonly totalTokens: number;
  readonly costUsd: number | null;
}

describe('calls in groups', () => {
  it.each(Object.entries(DIMENSIONS))('by %s are those of plain SQL', async (dimension, [field, key]) => {
    const rows = await api().sql(
      `select g.key as "${field}", g.calls, g."totalTokens" from (select ${key}::text as text, (array_agg(${key}))[1] as key,
         count(*)::int as calls, coalesce(sum(u.total_tokens), 0)::int as "totalTokens"
       from observability.token_usage u ${HEADER} group by 1) g`,
    );
    const { usageBy } = await api().data(
      `{ usageBy(groupBy: [${dimension}], timeZone: "Europe/Berlin", first: 500) {
        totalCount nodes { ${field} calls totalTokens } } }`,
    );
    expect(usageBy.totalCount).toBe(rows.length);
    expect(usageBy.nodes.sort(byText)).toEqual(rows.slice().sort(byText));
  });

  it('by several dimensions have all combinations that calls have', async () => {
    const [{ count } = { count: 0 }] = await api().sql(
      'select count(*)::int from (select distinct run_id, step, model from observability.token_usage) g',
    );
    const { usageBy } = await api().data('{ usageBy(groupBy: [RUN, STEP, MODEL]) { totalCount } }');
    expect(usageBy.totalCount).toBe(count);
  });

  it('lead on to the run and the question', async () => {
    const rows = await api().sql(
      `select distinct u.run_id, r.id::text from observability.token_usage u join workflow.run_records r
       on r.run_id = u.run_id and r.question_id = u.question_id and r.record_kind = 'question' order by 1, 2`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const { usageBy } = await api().data(
      '{ usageBy(groupBy: [RUN, QUESTION], first: 500) { nodes { runId run { runId } question { rowId } } } }',
    );
    const found = usageBy.nodes.filter(({ question }: { question: unknown }) => question !== null);
    expect(
      found
        .map((group: { run: { runId: string }; question: { rowId: string } }) => ({
          run_id: group.run.runId,
          id: group.question.rowId,
        }))
        .sort(byText),
    ).toEqual(
      rows.slice().sort((a, b) => byText({ run_id: a.run_id, id: a.id }, { run_id: b.run_id, id: b.id })),
    );
  });

  it('of one run lead on to its questions without being told the run again', async () => {
    const { workflowRun } = await api().data(
      '{ workflowRun(runId: "demo-walk") { usageBy(groupBy: [QUESTION]) { nodes { questionId run { runId } question { recordKey run { runId } } } } } }',
    );
    const groups: { questionId: string | null; run: unknown; question: { recordKey: string } | null }[] =
      workflowRun.usageBy.nodes;
    expect(groups.some(({ question }) => question !== null)).toBe(true);
    for (const { questionId, run, question } of groups) {
      expect(run).toEqual({ runId: 'demo-walk' });
      if (question) expect(question).toEqual({ recordKey: questionId, run: { runId: 'demo-walk' } });
    }
  });

  it('take one statement for all runs', async () => {
    api().statements.length = 0;
    await api().data(
      '{ workflowRuns { nodes { usageBy(groupBy: [MODEL]) { totalCount nodes { model calls } } } } }',
    );
    expect(api().statements).toHaveLength(1);
  });

  it.each(['totalTokens', 'costUsd', 'latencyP95Ms', 'firstAt', 'runId'])(
    'page by %s, each group once',
    async (field) => {
      for (const direction of ['ASC', 'DESC']) {
        const all = await api().data(
          `{ usageBy(groupBy: [RUN, MODEL], first: 500, orderBy: [{ ${field}: ${direction} }]) { nodes { runId model } } }`,
        );
        const paged: unknown[] = [];
        let after: unknown = null;
        for (let more = true; more; ) {
          const page = await api().data(
            `query ($after: String) { usageBy(groupBy: [RUN, MODEL], first: 7, after: $after, orderBy: [{ ${field}: ${direction} }]) {
              nodes { runId model } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          paged.push(...page.usageBy.nodes);
          after = page.usageBy.pageInfo.endCursor;
          more = page.usageBy.pageInfo.hasNextPage;
        }
        expect(paged).toEqual(all.usageBy.nodes);
      }
    },
  );

  it('sort the dearest first', async () => {
    const rows = await api().sql(
      `select run_id as "runId" from observability.token_usage where cost_usd_total is not null
       group by run_id order by sum(cost_usd_total) desc limit 3`,
    );
    const { usageBy } = await api().data(
      '{ usageBy(groupBy: [RUN], first: 3, where: { costUsdTotal: { isNull: false } }, orderBy: [{ costUsd: DESC }]) { nodes { runId } } }',
    );
    expect(usageBy.nodes).toEqual(rows);
  });
});

const DIMENSION = fc.subarray(
  [
    'STEP',
    'PIPELINE_STEP',
    'MODEL',
    'OPERATION',
    'QUESTION',
    'RUN',
    'WORKSTREAM',
    'ARM',
    'PROJECT',
    'PERSONA',
    'CACHE_HIT',
    'DAY',
  ],
  { minLength: 1, maxLength: 3 },
);

const CONDITION = fc.oneof(
  fc.record({ model: fc.record({ in: fc.subarray(['gpt-5', 'gpt-5-nano', 'text-embedding-3-large']) }) }),
  fc.record({ totalTokens: fc.record({ gt: fc.integer({ min: 0, max: 5000 }) }) }),
  fc.record({ runId: fc.record({ isNull: fc.boolean() }) }),
  fc.record({ step: fc.record({ contains: fc.constantFrom('agentic', 'index', 'x') }) }),
);
const FILTER = fc.oneof(
  CONDITION,
  fc.record({ OR: fc.array(CONDITION, { maxLength: 3 }) }),
  fc.record({ NOT: CONDITION }),
);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('groups', () => {
  it('add up to the total and to the list, whatever the filter and the dimensions', async () => {
    await fc.assert(
      fc.asyncProperty(FILTER, DIMENSION, async (where, groupBy) => {
        const { usage, usageBy, tokenUsageList } = await api().data(
          `query ($where: TokenUsageWhere, $groupBy: [UsageDimension!]!) {
            usage(where: $where) { calls totalTokens costUsd pricedCalls }
            usageBy(where: $where, groupBy: $groupBy, first: 500) { nodes { calls totalTokens costUsd pricedCalls } pageInfo { hasNextPage } }
            tokenUsageList(where: $where, first: 500) { totalCount nodes { totalTokens costUsdTotal } } }`,
          { where, groupBy },
        );
        const groups: Group[] = usageBy.nodes;
        expect(usageBy.pageInfo.hasNextPage).toBe(false);
        expect(usage.calls).toBe(tokenUsageList.totalCount);
        expect(sumOf(groups.map(({ calls }) => calls))).toBe(usage.calls);
        expect(sumOf(groups.map(({ totalTokens }) => totalTokens))).toBe(usage.totalTokens);
        const cents = sumOf(groups.map(({ costUsd }) => costUsd ?? 0));
        expect(Math.round(cents * 1e9)).toBe(Math.round((usage.costUsd ?? 0) * 1e9));
        expect(usage.costUsd === null).toBe(groups.every(({ costUsd }) => costUsd === null));
        if (tokenUsageList.totalCount <= 500) {
          const listed: { totalTokens: number | null }[] = tokenUsageList.nodes;
          expect(sumOf(listed.map(({ totalTokens }) => totalTokens ?? 0))).toBe(usage.totalTokens);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('sum money as decimals: ten times ten cents are one dollar', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.sql(
      `insert into observability.token_usage (model, cost_usd_total) select 'm', 0.1 from generate_series(1, 10)`,
    );
    const server = await serve(opened.database);
    const { usage, usageBy } = await server.data(
      '{ usage { costUsd } usageBy(groupBy: [MODEL]) { nodes { costUsd } } }',
    );
    expect([usage.costUsd, usageBy.nodes[0].costUsd]).toEqual([1, 1]);
  });

  it('keep the two hours apart that the clocks show as one', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.sql(
      `insert into observability.token_usage (created_at) values ('2026-10-25 00:30:00Z'), ('2026-10-25 01:30:00Z'), ('2026-10-25 23:30:00Z')`,
    );
    const server = await serve(opened.database);
    const { hours, days } = await server.data(
      `{ hours: usageBy(groupBy: [HOUR], timeZone: "Europe/Berlin") { nodes { at calls } }
         days: usageBy(groupBy: [DAY], timeZone: "Europe/Berlin") { nodes { at calls } } }`,
    );
    const at = (groups: { nodes: { at: string; calls: number }[] }) =>
      groups.nodes.map((group) => [new Date(group.at).toISOString(), group.calls]);
    expect(at(hours)).toEqual([
      ['2026-10-25T00:00:00.000Z', 1],
      ['2026-10-25T01:00:00.000Z', 1],
      ['2026-10-25T23:00:00.000Z', 1],
    ]);
    expect(at(days)).toEqual([
      ['2026-10-24T22:00:00.000Z', 2],
      ['2026-10-25T23:00:00.000Z', 1],
    ]);
  });
});

describe('bad input', () => {
  it.each([
    ['groupBy: []', 'groupBy takes at least one dimension.'],
    ['groupBy: [DAY, HOUR]', 'groupBy takes at most one of HOUR, DAY, WEEK and MONTH.'],
    ['groupBy: [DAY], timeZone: "Mars/Olympus"', 'timeZone takes a name'],
    ['groupBy: [DAY], timeZone: "+05:30"', 'timeZone takes a name'],
    ['groupBy: [DAY], timeZone: ""', 'timeZone takes a name'],
    ['groupBy: [MODEL], first: 501', 'first takes 0 to 500'],
    ['groupBy: [MODEL], where: null', 'where'],
  ])('%s is refused at its field, and the rest stands', async (args, message) => {
    const { data, errors } = await api().ask(`{ usage { calls } usageBy(${args}) { nodes { calls } } }`);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(data.usage.calls).toBeGreaterThan(0);
  });

  it('a column that this database lacks takes only its sum', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec('alter table observability.token_usage drop column latency_ms');
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(
      '{ usageBy(groupBy: [MODEL], first: 1) { nodes { calls latencyMs { p50 } } } usage { totalTokens } }',
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_IN_THIS_DATABASE']);
    expect(data.usage.totalTokens).toBeGreaterThan(0);
  });
});
