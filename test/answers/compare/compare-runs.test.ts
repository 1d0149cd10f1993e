import { describe, expect } from 'vitest';
import { REUSING_RUN } from '../../../prisma/seed/stories/reuse.ts';
import { WALK_RUN } from '../../../prisma/seed/stories/walk.ts';
import { ARMS } from '../../../prisma/seed/stories/workstream.ts';
import { databaseForTest } from '../../support/databases.ts';
import { describeEveryDatabase } from '../../support/every-database.ts';
import { serverTest as it, serverForTest } from '../../support/server-test.ts';
import { bearer, type Claims, JWT_SECRET } from '../../support/tokens.ts';

const COMPARE = `query ($ids: [String!]!, $only: Boolean) { compareRuns(runIds: $ids, onlyDifferent: $only) {
  runs { runId run { status } usage { calls totalTokens costUsd } }
  steps { step isDifferent runs { runId status durationMs record { step } } }
  questions { questionId isDifferent runs { runId status confidenceScore answer record { questionId } usage { calls totalTokens costUsd } } }
  indexSettings { path isDifferent values { runId isSet value } }
  configuration { path isDifferent values { runId isSet value } }
  papers { path isDifferent readBy notReadBy document { docId } } } }`;

const PIPELINE = ['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report'];

const rounded = (cost: number | null): number | null => (cost === null ? null : Math.round(cost * 1e9) / 1e9);
const SUM = `count(*)::int as calls, coalesce(sum(total_tokens), 0)::int as tokens, sum(cost_usd_total) as cost from observability.token_usage`;

interface Usage {
  readonly calls: number;
  readonly totalTokens: number;
  readonly costUsd: number | null;
}
interface Named {
  readonly runId: string;
}
interface Answer extends Named {
  readonly status: string | null;
  readonly answer: string | null;
  readonly confidenceScore: number | null;
  readonly usage: Usage;
}
interface Step extends Named {
  readonly status: string | null;
  readonly durationMs: number | null;
}
interface Compared<Of> {
  readonly isDifferent: boolean;
  readonly runs: readonly Of[];
}

describeEveryDatabase((api) => {
  it('equals plain SQL: steps, answers, what they cost, papers; in one statement', async () => {
    const { sql } = api();
    const headers = await sql(
      `select run_id from workflow.run_records where record_kind = 'run' order by created_at desc, run_id limit 10`,
    );
    const ids = headers.map(({ run_id }) => String(run_id)).sort();
    expect(ids).toHaveLength(10);
    api().statements.length = 0;
    const { compareRuns } = await api().data(COMPARE, { ids });
    expect(api().statements).toHaveLength(1);

    const usage = await sql(`select run_id, ${SUM} where run_id = any($1) group by 1`, [ids]);
    expect(
      compareRuns.runs.map(({ runId, usage: sum }: Named & { usage: Usage }) => [
        runId,
        sum.calls,
        sum.totalTokens,
        rounded(sum.costUsd),
      ]),
    ).toEqual(
      ids.map((id) => {
        const sum = usage.find(({ run_id }) => run_id === id);
        return [id, sum?.calls ?? 0, sum?.tokens ?? 0, sum?.cost == null ? null : rounded(Number(sum.cost))];
      }),
    );

    const steps = await sql(
      `select run_id, step, status, round(extract(epoch from finished_at - started_at) * 1000)::float8 as ms
       from workflow.run_records where record_kind = 'step' and run_id = any($1) order by run_id, id`,
      [ids],
    );
    const names = [...new Set(steps.map(({ step }) => String(step)))].sort(
      (a, b) => PIPELINE.indexOf(a) - PIPELINE.indexOf(b),
    );
    expect(
      compareRuns.steps.map(({ step, isDifferent, runs }: Compared<Step> & { step: string }) => [
        step,
        isDifferent,
        runs.map(({ runId, status, durationMs }) => [runId, status, durationMs]),
      ]),
    ).toEqual(
      names.map((name) => {
        const own = steps.filter(({ step }) => step === name);
        const isDifferent =
          own.length < ids.length || new Set(own.map(({ status }) => status ?? '')).size > 1;
        return [
          name,
          isDifferent,
          own.map(({ run_id, status, ms }) => [run_id, status, ms === null ? null : Number(ms)]),
        ];
      }),
    );

    const questions = await sql(
      `select run_id, coalesce(question_id, record_key) as id, status, btrim(payload_json ->> 'answer') as answer,
        (payload_json ->> 'confidence_score')::float8 as score from workflow.run_records
       where record_kind = 'question' and run_id = any($1) order by run_id, id`,
      [ids],
    );
    const asked = await sql(
      `select run_id, question_id, ${SUM} where run_id = any($1) and question_id is not null group by 1, 2`,
      [ids],
    );
    const questionIds = [...new Set(questions.map(({ id }) => String(id)))].sort();
    expect(questionIds.length).toBeGreaterThan(3);
    expect(
      compareRuns.questions.map(
        ({ questionId, isDifferent, runs }: Compared<Answer> & { questionId: string }) => [
          questionId,
          isDifferent,
          runs.map(({ runId, status, answer, confidenceScore, usage: sum }) => [
            runId,
            status,
            answer,
            confidenceScore,
            sum.calls,
            sum.totalTokens,
            rounded(sum.costUsd),
          ]),
        ],
      ),
    ).toEqual(
      questionIds.map((id) => {
        const own = questions.filter((question) => question.id === id);
        const isDifferent =
          own.length < ids.length ||
          ['status', 'answer'].some((of) => new Set(own.map((one) => one[of] ?? '')).size > 1);
        return [
          id,
          isDifferent,
          own.map(({ run_id, status, answer, score }) => {
            const sum = asked.find((one) => one.run_id === run_id && one.question_id === id);
            const cost = sum?.cost == null ? null : rounded(Number(sum.cost));
            return [run_id, status, answer, score, sum?.calls ?? 0, sum?.tokens ?? 0, cost];
          }),
        ];
      }),
    );

    // Papers are those of WorkflowRun.papers, which has a test of its own.
    const read = new Map<string, string[]>();
    for (const id of ids) {
      const { workflowRun } = await api().data(
        `query ($id: String!) { workflowRun(runId: $id) { papers(first: 500) { nodes { docId } } } }`,
        { id },
      );
      for (const { docId } of workflowRun.papers.nodes) read.set(docId, [...(read.get(docId) ?? []), id]);
    }
    const found = compareRuns.papers.filter(({ document }: { document: object | null }) => document !== null);
    expect(
      Object.fromEntries(
        found.map(
          (paper: {
            document: { docId: string };
            readBy: string[];
            notReadBy: string[];
            isDifferent: boolean;
          }) => [paper.document.docId, [paper.readBy, paper.notReadBy, paper.isDifferent]],
        ),
      ),
    ).toEqual(
      Object.fromEntries(
        [...read].map(([docId, by]) => [
          docId,
          [by, ids.filter((id) => !by.includes(id)), by.length < ids.length],
        ]),
      ),
    );

    const { compareRuns: only } = await api().data(COMPARE, { ids, only: true });
    for (const list of ['steps', 'questions', 'papers', 'indexSettings', 'configuration'])
      expect([list, only[list]]).toEqual([
        list,
        compareRuns[list].filter(({ isDifferent }: { isDifferent: boolean }) => isDifferent),
      ]);
  });
});

const ids = ARMS.map(({ runId }) => runId);

describe('two runs side by side', () => {
  it('stand in the order that was asked for, with the index that they took over', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    await opened.sql(`update indexing.pipeline_runs set chunk_words = 120 where workflow_run_id = $1`, [
      WALK_RUN,
    ]);
    const { compareRuns } = await server.data(COMPARE, { ids: [REUSING_RUN, ids[0]] });
    expect(compareRuns.runs.map(({ runId }: Named) => runId)).toEqual([REUSING_RUN, ids[0]]);
    const words = compareRuns.indexSettings.find(({ path }: { path: string }) => path === 'chunkWords');
    expect(words).toEqual({
      path: 'chunkWords',
      isDifferent: true,
      values: [
        { runId: REUSING_RUN, isSet: true, value: 120 },
        { runId: ids[0], isSet: true, value: 350 },
      ],
    });
  });

  it('tell which settings differ, and no credential', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    const configurations: Record<string, unknown> = {
      one: {
        chat_model: 'gpt-5',
        same: { deep: [1, { x: true }] },
        database_url: 'postgres://rag:first-secret@db:5432/r',
        db: { password: 'first-password', user: 'rag' },
        env: [{ name: 'API_KEY', value: 'first-env-secret' }],
        args: ['--token', 'first-arg-secret'],
        list: [1, 2],
        empty: {},
        nothing: null,
        'key.with.dots': 1,
      },
      two: {
        chat_model: 'gpt-5-nano',
        same: { deep: [1, { x: true }] },
        database_url: 'postgres://rag:second-secret@db:5432/r',
        db: { password: 'second-password', user: 'rag' },
        env: [{ name: 'API_KEY', value: 'second-env-secret' }],
        args: ['--token', 'second-arg-secret'],
        list: [1, 2, 3],
        empty: [],
        more: 5,
        'key.with.dots': 2,
      },
      none: null,
      odd: 'text',
    };
    for (const [id, configuration] of Object.entries(configurations))
      await opened.sql(
        `insert into workflow.run_records (run_id, record_kind, step, record_key, config_effective_json) values ($1, 'run', '', 'main', $2)`,
        [id, configuration === null ? null : JSON.stringify(configuration)],
      );
    const server = await serve(opened.database);
    const { compareRuns } = await server.data(COMPARE, { ids: Object.keys(configurations) });
    expect(JSON.stringify(compareRuns)).not.toMatch(/secret|-password/);
    const found = Object.fromEntries(
      compareRuns.configuration.map(
        ({ path, values }: { path: string; values: { isSet: boolean; value: unknown }[] }) => [
          path,
          values.map(({ isSet, value }) => (isSet ? value : 'not set')),
        ],
      ),
    );
    const unset = ['not set', 'not set'];
    expect(found).toEqual({
      chat_model: ['gpt-5', 'gpt-5-nano', ...unset],
      database_url: ['postgres://[redacted]@db:5432/r', 'postgres://[redacted]@db:5432/r', ...unset],
      'db.password': ['[redacted]', '[redacted]', ...unset],
      'env.0.value': ['[redacted]', '[redacted]', ...unset],
      'args.1': ['[redacted]', '[redacted]', ...unset],
      'list.2': ['not set', 3, ...unset],
      empty: [{}, [], ...unset],
      nothing: [null, 'not set', ...unset],
      more: ['not set', 5, ...unset],
      'key.with.dots': [1, 2, ...unset],
    });
  });

  it('gives the first 500 of more differences, and says so', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    for (const id of ['one', 'two'])
      await opened.sql(
        `insert into workflow.run_records (run_id, record_kind, step, record_key, config_effective_json)
         select $1, 'run', '', 'main', jsonb_object_agg('key ' || n, $1 || n) from generate_series(1, 600) n`,
        [id],
      );
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(COMPARE, { ids: ['one', 'two'] });
    expect(data.compareRuns.configuration).toHaveLength(500);
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code])).toEqual([
      ['configuration', 'LIST_CUT'],
    ]);
  });

  it('names runs of which nothing is known, and compares the others', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(
      '{ compareRuns(runIds: ["gone", "demo-arm-gpt-5", "no \\"such\\" run", "demo-usage-only"]) { runs { runId } steps { step runs { runId } } } }',
    );
    expect(data.compareRuns.runs).toEqual([{ runId: ids[0] }, { runId: 'demo-usage-only' }]);
    expect(data.compareRuns.steps).not.toEqual([]);
    const named = errors?.flatMap(({ path, extensions }) => [[path, extensions.code, extensions.runId]]);
    expect(named).toEqual([
      [['compareRuns'], 'NOT_FOUND', 'gone'],
      [['compareRuns'], 'NOT_FOUND', 'no "such" run'],
    ]);
    const nobody = await server.ask(COMPARE, { ids: ['gone', 'lost'] });
    expect(nobody.data.compareRuns).toEqual({
      runs: [],
      steps: [],
      questions: [],
      indexSettings: [],
      configuration: [],
      papers: [],
    });
    expect(nobody.errors).toHaveLength(2);
  });

  it('takes payloads of any form', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    const payloads = [
      'null',
      '"text"',
      '[]',
      '7',
      '{"answer": {"a": 1}, "confidence_score": 1e400}',
      '{"answer": 7, "confidence_score": 1e-400}',
      '{"answer": null, "confidence_score": "high"}',
      '{"answer": "token: ghp_0123456789abcdefghijABCDEFGHIJ012345", "confidence_score": 0.83}',
    ];
    for (const [index, payload] of payloads.entries())
      await opened.sql(
        `insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json) values ($1, 'question', 'agentic', 'A01', $2::jsonb)`,
        [`run ${index}`, payload],
      );
    const server = await serve(opened.database);
    const { compareRuns } = await server.data(COMPARE, { ids: payloads.map((_, index) => `run ${index}`) });
    const [{ questionId, isDifferent, runs }] = compareRuns.questions;
    expect([questionId, isDifferent]).toEqual(['A01', true]);
    expect(runs.map(({ answer, confidenceScore }: Answer) => [answer, confidenceScore])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      ['{"a": 1}', null],
      ['7', 0],
      [null, null],
      [expect.stringContaining('[redacted]'), 0.83],
    ]);
  });

  it.each([
    [[], 'runIds takes 2 to 10 runs, but got 0.'],
    [['one'], 'runIds takes 2 to 10 runs, but got 1.'],
    [Array.from({ length: 11 }, (_, index) => `run-${index}`), 'runIds takes 2 to 10 runs, but got 11.'],
    [['one', 'two', 'one'], 'runIds takes each run once, but got "one" twice.'],
    [
      ['one', 'a\u0000b'],
      'runIds[1] has a character that PostgreSQL cannot store: NUL, or half of a surrogate pair.',
    ],
  ])('refuses %j', async (runIds, message) => {
    const opened = await databaseForTest('empty');
    const server = await serverForTest(opened.database);
    const { data, errors } = await server.ask(COMPARE, { ids: runIds });
    expect(data).toEqual({ compareRuns: null });
    expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([
      [message, 'BAD_USER_INPUT'],
    ]);
  });

  it('keeps answers and configurations from who may not read them, and other projects from all', async ({
    serve,
  }) => {
    const opened = await databaseForTest('demo');
    await opened.sql(
      `update workflow.run_records set project_id = case run_id when $1 then 'mine' else 'theirs' end`,
      [ids[0]],
    );
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const ask = async (claims: Claims) => server.ask(COMPARE, { ids }, await bearer(claims));
    const { data, errors } = await ask({ scope: 'lineage:read' });
    expect(data.compareRuns.questions[0].runs[0]).toMatchObject({
      answer: null,
      confidenceScore: null,
      status: expect.any(String),
    });
    expect(data.compareRuns.configuration).toBeNull();
    expect(data.compareRuns.steps).not.toEqual([]);
    expect(new Set(errors?.map(({ extensions }) => `${extensions.code} ${extensions.scope}`))).toEqual(
      new Set(['FORBIDDEN content:read']),
    );
    const bound = await ask({ scope: 'lineage:read content:read', projects: ['mine'] });
    expect(bound.data.compareRuns.runs).toMatchObject([{ runId: ids[0] }]);
    expect(JSON.stringify(bound.data)).not.toContain(ids[1]);
    expect(bound.errors?.map(({ extensions }) => [extensions.code, extensions.runId])).toEqual([
      ['NOT_FOUND', ids[1]],
    ]);
  });

  it('says of a missing table at its field only', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec(
      'drop table observability.token_usage cascade; drop table indexing.pipeline_runs cascade; alter table workflow.run_records drop column started_at cascade',
    );
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(COMPARE, { ids });
    expect(data.compareRuns.runs).toMatchObject([
      { runId: ids[0], usage: null },
      { runId: ids[1], usage: null },
    ]);
    expect(data.compareRuns.indexSettings).toBeNull();
    expect(data.compareRuns.steps[0].runs[0]).toMatchObject({ status: 'completed', durationMs: null });
    expect(data.compareRuns.questions).not.toEqual([]);
    expect(data.compareRuns.papers).not.toEqual([]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['NOT_IN_THIS_DATABASE']),
    );
  });
});
