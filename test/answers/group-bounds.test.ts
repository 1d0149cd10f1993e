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
