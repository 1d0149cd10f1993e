import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../../support/databases.ts';
import { serverForTest } from '../../support/server-test.ts';
import { bearer, JWT_SECRET } from '../../support/tokens.ts';
import { useServer } from '../../support/use-server.ts';

const api = useServer('demo');

const DEAR = '{ nodes { records(first: 500) { nodes { id } } } }';
const CHEAP = 'documents(first: 1) { totalCount }';
/** What `CHEAP` costs: the page, and its count. */
const COST_OF_CHEAP = 1 + 10;
/** What a page of papers with one vector each costs beside it: the page, its papers, and for each a page of vectors. */
const LESS = 'papers: documents(first: 5) { nodes { vectors(first: 1) { nodes { page } } } }';
const COST_OF_LESS = 1 + 5 * (1 + 1 + 1);

const SKIPPED: readonly (readonly [what: string, query: string, variables: Record<string, unknown>])[] = [
  ['@skip', `query ($a: Boolean!) { workflowRuns(first: 500) @skip(if: $a) ${DEAR} ${CHEAP} }`, { a: true }],
  [
    '@include',
    `query ($a: Boolean!) { workflowRuns(first: 500) @include(if: $a) ${DEAR} ${CHEAP} }`,
    { a: false },
  ],
  [
    'both, of which one is met',
    `query ($a: Boolean!, $b: Boolean!) { workflowRuns(first: 500) @skip(if: $a) @include(if: $b) ${DEAR} ${CHEAP} }`,
    { a: true, b: true },
  ],
  [
    'a default',
    `query ($a: Boolean! = true) { workflowRuns(first: 500) @skip(if: $a) ${DEAR} ${CHEAP} }`,
    {},
  ],
  [
    'a spread',
    `query ($a: Boolean!) { ...F @include(if: $a) ${CHEAP} } fragment F on Query { workflowRuns(first: 500) ${DEAR} }`,
    { a: false },
  ],
  [
    'within a fragment',
    `query ($a: Boolean!) { ...F } fragment F on Query { workflowRuns(first: 500) @skip(if: $a) ${DEAR} ${CHEAP} }`,
    { a: true },
  ],
  [
    'an inline fragment',
    `query ($a: Boolean!) { ... on Query @skip(if: $a) { ... { workflowRuns(first: 500) ${DEAR} } } ${CHEAP} }`,
    { a: true },
  ],
  [
    'an inline fragment within one that is asked for',
    `query ($a: Boolean!, $b: Boolean!) { ... @include(if: $a) { ${CHEAP} ... @include(if: $b) { workflowRuns(first: 500) ${DEAR} } } }`,
    { a: true, b: false },
  ],
  [
    'of a field said twice, both times',
    `query ($a: Boolean!, $b: Boolean!) { runs: workflowRuns(first: 500) @skip(if: $a) ${DEAR} runs: workflowRuns(first: 500) @include(if: $b) ${DEAR} ${CHEAP} }`,
    { a: true, b: false },
  ],
  [
    'more subqueries than a query may have',
    `query ($a: Boolean!) { workflowRun(runId: "x") @skip(if: $a) { ${Array.from({ length: 30 }, (_, n) => `a${n}: parent { runId }`).join(' ')} } ${CHEAP} }`,
    { a: true },
  ],
];

describe('a root field that variables leave out costs nothing', () => {
  it.each(SKIPPED)('%s', async (_, query, variables) => {
    const [row] = await api().sql('select count(*)::int as all from ingestion.documents');
    // Interpreted first, then compiled.
    for (let time = 0; time < 3; time++) {
      const { data, errors, extensions } = await api().ask(query, variables);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ documents: { totalCount: row?.all } });
      expect(extensions?.cost.requested).toBe(COST_OF_CHEAP);
    }
  });

  it.each([
    ['a', { a: false, b: false }, COST_OF_LESS],
    ['b', { a: true, b: true }, COST_OF_LESS],
    ['a and b', { a: false, b: true }, COST_OF_LESS],
    ['neither', { a: true, b: false }, 0],
  ])('one that is said twice is charged once where it is asked for: by %s', async (_, variables, cost) => {
    const query = `query ($a: Boolean!, $b: Boolean!) { ${CHEAP} ${LESS.replace(')', ') @skip(if: $a)')} ${LESS.replace(')', ') @include(if: $b)')} }`;
    const { extensions } = await api().ask(query, variables);
    expect(extensions?.cost.requested).toBe(COST_OF_CHEAP + cost);
  });

  it('is refused by the same document where it is asked for', async () => {
    const server = await serverForTest(api().database, { maxCost: 1000 });
    for (const [, query, variables] of SKIPPED) {
      const asked = Object.keys(variables).map((name) => [name, query.includes(`@include(if: $${name})`)]);
      const { errors } = await server.ask(query, { a: false, ...Object.fromEntries(asked) });
      expect([query, errors?.map(({ extensions }) => extensions.code)]).toEqual([
        query,
        ['COST_LIMIT_EXCEEDED'],
      ]);
    }
  });

  it('spends no budget, and is not asked about', async () => {
    const { database, exec, statements } = await databaseForTest('empty');
    // As groups of two values they would cost thousands.
    await exec(`insert into observability.token_usage (run_id, question_id, model, total_tokens)
      select 'run-' || r, 'Q' || q, 'gpt-5', 1 from generate_series(1, 200) r, generate_series(1, 100) q; analyze`);
    const server = await serverForTest(database, {
      costPerMinute: 3 * COST_OF_CHEAP,
      secrets: { jwtSecret: JWT_SECRET },
    });
    const caller = await bearer({ scope: 'lineage:read' });
    const query = `query ($a: Boolean!) { usageBy(groupBy: [RUN, QUESTION]) @skip(if: $a) { nodes { calls } } ${CHEAP} }`;
    statements.length = 0;
    for (let time = 0; time < 3; time++) {
      const { data, extensions } = await server.ask(query, { a: true }, caller);
      expect(data).toEqual({ documents: { totalCount: 0 } });
      expect(extensions?.cost.requested).toBe(COST_OF_CHEAP);
    }
    expect(statements.filter(({ text }) => text.startsWith('explain'))).toEqual([]);
    const { errors } = await server.ask(query, { a: true }, caller);
    expect(errors).toMatchObject([{ extensions: { limit: 'budget' } }]);
  });
});
