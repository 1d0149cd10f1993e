import { beforeAll, describe, expect, it } from 'vitest';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import type { TestServer } from '../support/server.ts';

/** Values at which programs stumble, each in a row of its own; the keys of the rows are their places. */
const COLUMNS: readonly (readonly [column: string, field: string, values: readonly (string | null)[]])[] = [
  [
    'cost_usd_total',
    'costUsdTotal',
    ['NaN', 'Infinity', '-Infinity', '0', '-0', '5e-324', '0.1', '1e308', null],
  ],
  [
    'created_at',
    'createdAt',
    [
      'infinity',
      '-infinity',
      '0044-03-15 BC',
      '4714-11-24 BC',
      '9999-12-31',
      '10000-01-01',
      '294276-12-31 23:59:59.999999',
      '1970-01-01',
      '2026-01-01',
    ],
  ],
  ['input_tokens', 'inputTokens', ['-2147483648', '2147483647', '0', null]],
  ['model', 'model', ['', ' ', '%', '😀', "'", null]],
];

interface Page {
  readonly nodes: readonly { readonly rowId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await open.database('empty');
  for (const [column, , values] of COLUMNS) {
    const cell = column === 'created_at' ? '$1' : 'now(), $1';
    const columns = column === 'created_at' ? column : `created_at, ${column}`;
    for (const value of values)
      await opened.sql(`insert into observability.token_usage (${columns}) values (${cell})`, [value]);
  }
  server = await open.server(opened.database);
});

describe.each(COLUMNS)('rows sorted by %s', (column, field) => {
  it.each([
    ['ASC', 'asc'],
    ['DESC', 'desc'],
    ['ASC_NULLS_FIRST', 'asc nulls first'],
    ['DESC_NULLS_LAST', 'desc nulls last'],
  ])('are all reached page by page, %s', async (direction, order) => {
    const expected = await opened.sql(
      `select id::text as key from observability.token_usage order by ${column} ${order}, id ${order}`,
    );
    const found: string[] = [];
    let after: string | null = null;
    do {
      const answer: { list: Page } = await server.data(
        `query ($after: String) { list: tokenUsages(first: 5, after: $after, orderBy: [{ ${field}: ${direction} }]) {
          nodes { rowId } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { nodes, pageInfo } = answer.list;
      found.push(...nodes.map(({ rowId }) => rowId));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null && found.length <= expected.length);
    expect(found).toEqual(expected.map(({ key }) => key));
  });
});

describe('a value of an answer', () => {
  it.each([
    ['createdAt', 'DateTime', 'created_at'],
    ['inputTokens', 'Int', 'input_tokens'],
    ['model', 'String', 'model'],
  ])('finds its rows again: %s', async (field, type, column) => {
    const { list } = await server.data(`{ list: tokenUsages(first: 500) { nodes { value: ${field} } } }`);
    const values = new Set<unknown>(list.nodes.map(({ value }: { value: unknown }) => value));
    values.delete(null);
    expect(values.size).toBeGreaterThan(2);
    for (const value of values) {
      const [row] = await opened.sql(
        `select count(*)::int as count from observability.token_usage where to_json(${column})::text = $1`,
        [JSON.stringify(value)],
      );
      const found = await server.data(
        `query ($value: ${type}) { list: tokenUsages(where: { ${field}: { eq: $value } }) { totalCount } }`,
        { value },
      );
      expect([value, found.list.totalCount]).toEqual([value, row?.count]);
      expect(row?.count).toBeGreaterThan(0);
    }
  });

  it('that is null is no filter: null is refused, an absent variable is not', async () => {
    const document =
      'query ($where: TokenUsageWhere, $model: String) { list: tokenUsages(where: $where) { totalCount } model: tokenUsages(where: { model: { eq: $model } }) { totalCount } }';
    const [all] = await opened.sql('select count(*)::int as count from observability.token_usage');
    const absent = await server.data(document);
    expect(absent).toEqual({ list: { totalCount: all?.count }, model: { totalCount: all?.count } });
    for (const where of [null, { model: null }, { AND: null }, { OR: [{ NOT: null }] }]) {
      const { errors } = await server.ask(document, { where, model: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
      for (const { message } of errors ?? [])
        expect(message).toMatch(/is null\. To find rows without a value/);
    }
  });
});
