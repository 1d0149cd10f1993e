import { describe, expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** 200 runs, each with a call for each of 100 questions: PostgreSQL expects a tenth of the rows as groups at most. */
const CALLS = `insert into observability.token_usage (run_id, question_id, model, total_tokens)
  select 'run-' || r, 'Q' || q, 'gpt-5', 1 from generate_series(1, 200) r, generate_series(1, 100) q; analyze`;

const by = (dimensions: string, args = '') =>
  `{ usageBy(groupBy: [${dimensions}]${args}) { nodes { calls } } }`;

describe('a grouping of all calls by several values', () => {
  serverTest(
    'is priced by the number of its groups, and refused above the limit with the bound',
    async ({ serve }) => {
      const { database, exec, statements } = await databaseForTest('empty');
      await exec(CALLS);
      const server = await serve(database, {
        maxCost: 500,
        secrets: { jwtSecret: JWT_SECRET },
      });
      const caller = await bearer({ scope: 'lineage:read' });
      statements.length = 0;
      const { data, errors } = await server.ask(by('RUN, QUESTION'), {}, caller);
      expect(data ?? null).toBeNull();
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(
            /^This query costs 5\d\d, but one may cost 500: .* groups by fewer values\.$/,
          ),
          extensions: { code: 'COST_LIMIT_EXCEEDED', limit: 'cost', allowed: 500 },
        },
      ]);
      // Estimated, and not run.
      expect(statements.filter(({ text }) => !text.startsWith('explain'))).toEqual([]);

      for (const [query, most] of [
        [by('RUN'), 100],
        [by('MODEL, STEP'), 100],
        [by('RUN, QUESTION', ', where: { runId: { eq: "run-7" } }'), 100],
      ] as const) {
        const { extensions, errors: none } = await server.ask(query, {}, caller);
        expect(none).toBeUndefined();
        expect(extensions?.cost).toMatchObject({ requested: expect.any(Number) });
        expect(Number(Object(extensions?.cost).requested)).toBeLessThan(most);
      }
    },
  );

  serverTest('costs a caller who is bound to projects nothing that tells of others', async ({ serve }) => {
    const { database, exec } = await databaseForTest('empty');
    await exec(CALLS);
    const server = await serve(database, { maxCost: 500, secrets: { jwtSecret: JWT_SECRET } });
    const bound = await bearer({ scope: 'lineage:read', projects: ['labor'] });
    const { data, errors } = await server.ask(by('RUN, QUESTION'), {}, bound);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ usageBy: { nodes: [] } });
  });
});

/** 200 runs with a call in each of the first ten hours, by one of two models; one run of no name calls no model. */
const BY_HOUR = `insert into observability.token_usage (run_id, model, total_tokens, created_at)
  select case when r > 1 then 'run-' || r end, case when r > 1 then 'gpt-' || r % 2 end, r,
    '2026-03-01T00:30:00Z'::timestamptz + h * interval '1 hour'
  from generate_series(1, 200) r, generate_series(0, 9) h; analyze`;

const overTime = (args: string, fields: string, to = '2026-03-05T04:00:00Z') =>
  `{ usageOverTime(interval: HOUR, from: "2026-03-01T00:00:00Z", to: "${to}", ${args}) { ${fields} } }`;

describe('groups in each bucket of a period', () => {
  serverTest('are priced by how many there are in all buckets', async ({ serve }) => {
    const { database, exec, statements } = await databaseForTest('empty');
    await exec(BY_HOUR);
    const server = await serve(database, { maxCost: 5000 });
    statements.length = 0;
    const { errors } = await server.ask(overTime('groupBy: [RUN], first: 1', 'nodes { at }'));
    // 100 hours of about 200 groups, one for each four.
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^This query costs 5[23]\d\d, but one may cost 5000: /) },
    ]);
    expect(statements.filter(({ text }) => !text.startsWith('explain'))).toEqual([]);

    const requested = async (query: string): Promise<number> => {
      const { extensions, errors: none } = await server.ask(query);
      expect(none).toBeUndefined();
      return Number(Object(extensions?.cost).requested);
    };
    const plain = await requested(overTime('first: 1', 'nodes { at }'));
    expect(plain).toBeLessThan(120);
    expect(await requested(overTime('groupBy: [MODEL], first: 1', 'nodes { at }'))).toBeLessThan(500);
    const ofOneRun = overTime('groupBy: [RUN], first: 1, where: { runId: { eq: "run-7" } }', 'nodes { at }');
    expect(await requested(ofOneRun)).toBeLessThan(600);
  });

  serverTest('cost a caller who is bound to projects the same, whatever others have', async ({ serve }) => {
    const { database, exec } = await databaseForTest('empty');
    const server = await serve(database, { secrets: { jwtSecret: JWT_SECRET } });
    const bound = await bearer({ scope: 'lineage:read', projects: ['labor'] });
    const requested = async (args: string): Promise<unknown> => {
      const { extensions } = await server.ask(overTime(`${args} first: 1`, 'nodes { at }'), {}, bound);
      return Object(extensions?.cost).requested;
    };
    const before = await requested('groupBy: [RUN],');
    await exec(BY_HOUR);
    expect(await requested('groupBy: [RUN],')).toBe(before);
    // Ten groups in each of 100 hours, one for each four.
    expect(Number(before) - Number(await requested(''))).toBe(150);
  });

  serverTest('are estimated', async ({ serve }) => {
    const { database, exec } = await databaseForTest('empty');
    await exec(BY_HOUR);
    const server = await serve(database);
    for (const [args, count] of [
      ['first: 1', 100],
      ['groupBy: [MODEL], where: { model: { isNull: false } }', 200],
    ] as const) {
      const { usageOverTime } = await server.data(overTime(args, 'totalCount estimatedCount'));
      expect(usageOverTime).toEqual({ totalCount: count, estimatedCount: count });
    }
  });

  serverTest('are found by their key, not by comparing each with each', async ({ serve }) => {
    const { database, exec, sql, statements } = await databaseForTest('empty');
    await exec(BY_HOUR);
    const server = await serve(database);
    statements.length = 0;
    const { usageOverTime } = await server.data(
      overTime(
        'groupBy: [RUN, MODEL], first: 500',
        'totalCount nodes { at runId model calls totalTokens }',
        '2026-03-01T02:00:00Z',
      ),
    );
    const rows = await sql(
      `select run_id as "runId", model, count(*)::int as calls, sum(total_tokens)::int as "totalTokens"
       from observability.token_usage where created_at < '2026-03-01T02:00:00Z'
       group by date_trunc('hour', created_at), run_id, model order by date_trunc('hour', created_at), run_id, model`,
    );
    expect(usageOverTime.totalCount).toBe(400);
    expect(usageOverTime.nodes.map(({ at: _, ...one }: { at: string }) => one)).toEqual(rows);

    const statement = statements.find(({ text }) => !text.startsWith('explain'));
    const plan = await sql(`explain (analyze, timing off) ${statement?.text}`, statement?.values);
    const lines = plan.map((line) => String(line['QUERY PLAN']));
    expect(lines.some((line) => line.includes('Join'))).toBe(true);
    expect(lines.filter((line) => line.includes('Removed by Join Filter'))).toEqual([]);
  });
});
