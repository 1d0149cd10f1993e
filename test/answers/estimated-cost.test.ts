import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import { type Content, databaseForTest } from '../support/databases.ts';
import { folderForTest } from '../support/folder-for-test.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import { serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { useServer } from '../support/use-server.ts';

const CONTENTS: readonly Content[] = realRunsAsWrittenPresent ? ['demo', 'real-runs-as-written'] : ['demo'];
if (!realRunsAsWrittenPresent) process.stderr.write(`${NEEDS_REAL_RUNS}\n`);

interface Call {
  readonly id: string;
  readonly model: string | null;
  readonly run_id: string | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly total_tokens: number | null;
  readonly cost: number | null;
  readonly at: string;
}

interface TokenUsagePage {
  readonly tokenUsageList: {
    readonly nodes: readonly { readonly rowId: string; readonly estimatedCostUsd: number | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const CALLS = `select id::text, model, run_id, input_tokens, output_tokens, total_tokens, cost_usd_total as cost,
  to_json(created_at) #>> '{}' as at from observability.token_usage order by id`;

/** What a call costs: what is recorded, else what the package says of its tokens at its time. */
function expectedOf({
  model,
  input_tokens: input,
  output_tokens: output,
  total_tokens: total,
  cost,
  at,
}: Call) {
  if (cost !== null) return cost;
  if (model === null) return null;
  const isEmbedding = model.startsWith('text-embedding');
  const sent = isEmbedding ? (input ?? total) : input;
  // A list that has no price of what is received says nothing of what it costs.
  if (isEmbedding && (output ?? 0) > 0) return null;
  const received = isEmbedding ? 0 : output;
  if (sent === null || received === null) return null;
  const usage = { input_tokens: sent, output_tokens: received };
  return calcPrice(usage, model, { providerId: 'openai', timestamp: new Date(at) })?.total_price ?? null;
}

const sumOf = (costs: readonly (number | null)[]): number | null => {
  const known = costs.filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
};
const close = (found: number | null, expected: number | null): void => {
  if (expected === null || found === null) expect(found).toBe(expected);
  else expect(found).toBeCloseTo(expected, 9);
};

describe.each(CONTENTS)('estimated costs (%s)', (content) => {
  const api = useServer(content);
  const calls = async (): Promise<readonly Call[]> => (await api().sql(CALLS)) as unknown as readonly Call[];

  it('of each call', async () => {
    const all = await calls();
    const found = new Map<string, number | null>();
    for (let after: string | null = null; ; ) {
      const { tokenUsageList }: TokenUsagePage = await api().data(
        `query ($after: String) { tokenUsageList(first: 500, after: $after, orderBy: [{ rowId: ASC }]) {
          nodes { rowId estimatedCostUsd } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      for (const { rowId, estimatedCostUsd } of tokenUsageList.nodes) found.set(rowId, estimatedCostUsd);
      if (!tokenUsageList.pageInfo.hasNextPage) break;
      after = tokenUsageList.pageInfo.endCursor;
    }
    expect(found.size).toBe(all.length);
    for (const call of all) close(found.get(call.id) ?? null, expectedOf(call));
  });

  it('of all calls, with how much of them is recorded, estimated and unknown', async () => {
    const all = await calls();
    const { usage } = await api().data(
      '{ usage { calls estimatedCostUsd recordedCalls estimatedCalls unpricedCalls unpricedModels } }',
    );
    const costs = all.map(expectedOf);
    const unpriced = all.filter((call) => expectedOf(call) === null);
    close(usage.estimatedCostUsd, sumOf(costs));
    expect(usage).toMatchObject({
      calls: all.length,
      recordedCalls: all.filter(({ cost }) => cost !== null).length,
      estimatedCalls: all.filter((call) => call.cost === null && expectedOf(call) !== null).length,
      unpricedCalls: unpriced.length,
      unpricedModels: [...new Set(unpriced.flatMap(({ model }) => model ?? []))].sort(),
    });
  });

  it('of groups, which add up; of runs, which are sorted and filtered by it', async () => {
    const all = await calls();
    const { usageBy, workflowRuns } = await api().data(`{
      usageBy(groupBy: [MODEL, RUN], first: 500, orderBy: [{ estimatedCostUsd: DESC }]) { nodes { model runId estimatedCostUsd } }
      workflowRuns(first: 500, orderBy: [{ estimatedCostUsd: DESC }], where: { estimatedCostUsd: { isNull: false } }) { nodes { runId estimatedCostUsd usage { estimatedCostUsd } } }
    }`);
    for (const { model, runId, estimatedCostUsd } of usageBy.nodes) {
      const own = all.filter((call) => call.model === model && call.run_id === runId);
      close(estimatedCostUsd, sumOf(own.map(expectedOf)));
    }
    const costs = workflowRuns.nodes.map(
      ({ estimatedCostUsd }: { estimatedCostUsd: number }) => estimatedCostUsd,
    );
    expect(costs.length).toBeGreaterThan(0);
    expect(costs).toEqual(costs.toSorted((one: number, other: number) => other - one));
    for (const { runId, estimatedCostUsd, usage } of workflowRuns.nodes) {
      close(estimatedCostUsd, sumOf(all.filter((call) => call.run_id === runId).map(expectedOf)));
      expect(usage.estimatedCostUsd).toBe(estimatedCostUsd);
    }
  });
});

/** One call of each kind in an empty database. */
async function withCalls(prices?: readonly object[]) {
  const { database, exec, sql } = await databaseForTest('empty');
  await exec(`insert into observability.token_usage (run_id, operation, model, input_tokens, output_tokens, total_tokens, cost_usd_total, created_at, project_id) values
    ('r', 'answer', 'o3', 1000000, 0, 1000000, null, '2025-01-01', 'a'),
    ('r', 'answer', 'o3', 1000000, 0, 1000000, null, '2026-01-01', 'a'),
    ('r', 'answer', 'o3', 1000000, 0, 1000000, 0.5, '2026-01-01', 'a'),
    ('r', 'answer', 'house', 1000000, 1000000, 2000000, null, '2026-01-01', 'b'),
    ('r', 'answer', 'o3', null, null, 500, null, '2026-01-01', 'a'),
    ('r', 'answer', 'o3', 5, null, null, null, '2026-01-01', 'a'),
    ('r', 'answer', null, 5, 5, 10, null, '2026-01-01', 'a'),
    ('r', 'embed', 'text-embedding-3-large', null, null, 1000000, null, '2026-01-01', 'a')`);
  const pricesFile = join(folderForTest(), 'prices.json');
  writeFileSync(pricesFile, JSON.stringify(prices ?? []));
  const server = await serverForTest(database, { pricesFile, secrets: { jwtSecret: JWT_SECRET } });
  const header = await bearer({ scope: 'lineage:read' });
  return { exec, sql, ask: async (query: string, as = header) => (await server.ask(query, {}, as)).data };
}

const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../node_modules/@pydantic/genai-prices/package.json'), 'utf8'),
);
const LIST = `@pydantic/genai-prices ${version}`;

const EACH = '{ tokenUsageList(orderBy: { rowId: ASC }) { nodes { estimatedCostUsd } } }';
const each = (data: { tokenUsageList: { nodes: { estimatedCostUsd: number | null }[] } }) =>
  data.tokenUsageList.nodes.map(({ estimatedCostUsd }) => estimatedCostUsd);

it('a call costs what its model cost at its time; without tokens or without a price it costs nothing that is known', async () => {
  const { ask } = await withCalls();
  // The price of o3 fell from 10 to 2 dollars in June 2025.
  expect(each(await ask(EACH))).toEqual([10, 2, 0.5, null, null, null, null, 0.13]);
  expect((await ask('{ usage { estimatedCostUsd unpricedCalls unpricedModels } }')).usage).toEqual({
    estimatedCostUsd: 12.63,
    unpricedCalls: 4,
    unpricedModels: ['house', 'o3'],
  });
});

it('a file has prices of models of one’s own, and discounts', async () => {
  const { ask } = await withCalls([
    { model: 'house', inputUsdPerMillion: 1, outputUsdPerMillion: 3 },
    { model: 'o3', discount: 0.25, from: '2025-12-31' },
  ]);
  expect(each(await ask(EACH))).toEqual([10, 1.5, 0.5, 4, null, null, null, 0.13]);
  const { modelPrices } = await ask('{ modelPrices { model from until inputUsdPerMillion source } }');
  expect(modelPrices.map(({ model, source }: Record<string, string>) => `${model}: ${source}`)).toEqual([
    'house: PRICES_FILE',
    `o3: ${LIST}, openai/o3`,
    `o3: ${LIST}, openai/o3`,
    `o3: ${LIST}, openai/o3, less 25 % (PRICES_FILE)`,
    `text-embedding-3-large: ${LIST}, openai/text-embedding-3-large`,
  ]);
});

it('what is received without a price has no known cost, and is not free', async () => {
  const { exec, sql, ask } = await withCalls();
  // The kept list has no price of what these two models give.
  await exec(`truncate observability.token_usage;
    insert into observability.token_usage (run_id, operation, model, input_tokens, output_tokens, total_tokens) values
    ('r', 'embed', 'text-embedding-3-large', 1000000, null, null),
    ('r', 'embed', 'text-embedding-3-large', 1000000, 0, 1000000),
    ('r', 'embed', 'text-embedding-3-large', 1000000, 7, 1000007),
    ('r', 'embed', 'text-embedding-3-large', null, 7, 1000007),
    ('r', 'embed', 'text-embedding-3-large', null, null, 1000000),
    ('r', 'answer', 'azure/curie', 1000000, 500, 1000500),
    ('r', 'answer', 'azure/curie', 1000000, 0, 1000000),
    ('r', 'answer', 'gpt-5', 1000000, 1000000, 2000000)`);
  const { modelPrices, usage, tokenUsageList } = await ask(`{
    modelPrices { model inputUsdPerMillion outputUsdPerMillion }
    usage { estimatedCostUsd unpricedCalls unpricedModels }
    tokenUsageList(orderBy: [{ rowId: ASC }]) { nodes { estimatedCostUsd } }
  }`);
  expect(modelPrices).toEqual([
    { model: 'azure/curie', inputUsdPerMillion: 2, outputUsdPerMillion: null },
    { model: 'gpt-5', inputUsdPerMillion: 1.25, outputUsdPerMillion: 10 },
    { model: 'text-embedding-3-large', inputUsdPerMillion: 0.13, outputUsdPerMillion: null },
  ]);
  const expected = await sql(
    `select case when output_tokens > 0 and received is null then null
      else (coalesce(input_tokens, total_tokens) * sent + coalesce(output_tokens * received, 0)) / 1000000 end::float8 as cost
    from observability.token_usage join (values ('azure/curie', 2.0, null), ('gpt-5', 1.25, 10.0), ('text-embedding-3-large', 0.13, null))
      as price (name, sent, received) on name = model order by id`,
  );
  const costs = expected.map(({ cost }) => cost);
  expect(costs).toEqual([0.13, 0.13, null, null, 0.13, null, 2, 11.25]);
  expect(each({ tokenUsageList })).toEqual(costs);
  expect(usage.estimatedCostUsd).toBeCloseTo(13.64, 9);
  expect(usage).toMatchObject({
    unpricedCalls: 3,
    unpricedModels: ['azure/curie', 'text-embedding-3-large'],
  });
});

it('who is bound to a project learns of the models of its calls only', async () => {
  const { ask } = await withCalls([{ model: 'house', inputUsdPerMillion: 1, outputUsdPerMillion: 3 }]);
  const bound = await bearer({ scope: 'lineage:read', projects: ['b'] });
  const { modelPrices } = await ask('{ modelPrices { model } }', bound);
  expect(modelPrices).toEqual([{ model: 'house' }]);
});

it('a database without recorded costs, or without models, has what is left', async () => {
  const without = await withCalls();
  await without.exec('alter table observability.token_usage drop column cost_usd_total cascade');
  expect(each(await without.ask(EACH))).toEqual([10, 2, 2, null, null, null, null, 0.13]);
  const nameless = await withCalls();
  await nameless.exec('alter table observability.token_usage drop column model cascade');
  expect(await nameless.ask('{ usage { calls estimatedCostUsd } modelPrices { model } }')).toEqual({
    usage: { calls: 8, estimatedCostUsd: null },
    modelPrices: null,
  });
});

it('a difference of tokens that no integer holds does not take the list along', async () => {
  const model = 'text-embedding-3-large';
  const { ask, exec, sql } = await withCalls([{ model, inputUsdPerMillion: 1, outputUsdPerMillion: 0 }]);
  await exec(
    `update observability.token_usage set output_tokens = -7, total_tokens = ${2 ** 31 - 1} where model = '${model}'`,
  );
  const [expected] = await sql(
    `select ((total_tokens::bigint - output_tokens) / 1000000.0)::float8 as cost from observability.token_usage where model = '${model}'`,
  );
  expect(each(await ask(EACH))).toEqual([10, 2, 0.5, null, null, null, null, expected?.cost]);
});
