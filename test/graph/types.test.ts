import { getNullableType, isEnumType, isLeafType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ASKED_TYPES, isComputed, schema, snake } from '../support/types.ts';
import { useServer } from '../support/use-server.ts';

/** Types that are looked up by another key than that of their rows. */
const LOOKUP_KEY: Readonly<Record<string, readonly [sql: string, graph: string]>> = {
  Vector: ['chunk_id', 'chunkId'],
  AsyncJob: ['job_id', 'jobId'],
};
const api = useServer('demo');

/** All keys of a list, page by page in steps of `size`, forwards or backwards. */
async function keys(
  list: string,
  key: string,
  size: number,
  args: string,
  backwards = false,
): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: string = backwards ? `last: ${size}, before: $at` : `first: ${size}, after: $at`;
    const data: Record<string, { nodes: { key: string }[]; pageInfo: Record<string, never> }> =
      await api().data(
        `query ($at: String) { list: ${list}(${page}${args}) { nodes { key: ${key} }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { at: cursor },
      );
    const { nodes = [], pageInfo } = data.list ?? {};
    const batch = nodes.map((node) => node.key);
    if (backwards) found.unshift(...batch);
    else found.push(...batch);
    if (!(backwards ? pageInfo?.hasPreviousPage : pageInfo?.hasNextPage)) return found;
    cursor = (backwards ? pageInfo?.startCursor : pageInfo?.endCursor) ?? null;
  }
}

describe.each(ASKED_TYPES)('$type', ({ type, table, key, keyField, list, lookup, order, orders }) => {
  const expected = async (rest: string): Promise<string[]> =>
    (await api().sql(`select ${key}::text as key from ${table} ${rest}`)).map((row) => String(row.key));
  /** The column to sort and filter by: one that some rows lack, if there is any, and with as many values as can be. */
  async function telling(): Promise<{ readonly field: string; readonly column: string }> {
    const fields = orders.filter((field) => field !== keyField);
    const counts = fields.map(
      (field) => `select '${field}' as field, count(distinct ${snake(field)}) as kinds,
        count(*) filter (where ${snake(field)} is null) as gaps from ${table}`,
    );
    const [best] = await api().sql(`select field from (${counts.join(' union all ')}) c
      where kinds > 0 order by gaps > 0 and kinds > 1 desc, kinds desc, field limit 1`);
    const field = String(best?.field);
    return { field, column: snake(field) };
  }
  // Few pages for large tables, many for small ones.
  const size = type === 'Vector' || type === 'RunRecord' ? 211 : 7;

  it('is listed whole, forwards and backwards, in its own order', async () => {
    const all = await expected(`order by ${order}`);
    expect(all.length).toBeGreaterThan(1);
    expect(await keys(list, keyField, size, '')).toEqual(all);
    expect(await keys(list, keyField, size, '', true)).toEqual(all);
  });

  it('is sorted by a column both ways, rows without a value included, over page borders in both directions', async () => {
    const { field, column } = await telling();
    for (const [graph, sql] of [
      ['ASC', 'asc'],
      ['DESC', 'desc'],
    ] as const) {
      const all = await expected(`order by ${column} ${sql}, ${key} ${sql}`);
      const args = `, orderBy: [{ ${field}: ${graph} }]`;
      expect(await keys(list, keyField, size, args)).toEqual(all);
      expect(await keys(list, keyField, size, args, true)).toEqual(all);
    }
  });

  it('is filtered by a column, and counted', async () => {
    const { field, column } = await telling();
    const [row] = await api().sql(
      `select ${column}::text as value from ${table} where ${column} is not null order by 1 limit 1`,
    );
    const isNumber = /^\d+$/.test(String(row?.value));
    const scalar = isNumber
      ? String(row?.value)
      : JSON.stringify(String(row?.value).replace(/^(\d{4}-\d\d-\d\d) (.*)\+00$/, '$1T$2Z'));
    const conditions: readonly (readonly [graph: string, sql: string])[] = [
      [`${field}: { eq: ${scalar} }`, `${column} = $1`],
      [`${field}: { ne: ${scalar} }`, `${column} <> $1`],
      [`${field}: { gt: ${scalar} }`, `${column} > $1`],
      [`${field}: { lte: ${scalar} }`, `${column} <= $1`],
      [`${field}: { in: [${scalar}] }`, `${column} in ($1)`],
      [`${field}: { isNull: true }`, `$1::text is not null and ${column} is null`],
      [
        `OR: [{ ${field}: { eq: ${scalar} } }, { ${field}: { isNull: true } }]`,
        `(${column} = $1 or ${column} is null)`,
      ],
      [`NOT: { ${field}: { isNull: true } }`, `$1::text is not null and ${column} is not null`],
    ];
    for (const [graph, sql] of conditions) {
      const wanted = await api().sql(
        `select ${key}::text as key from ${table} where ${sql} order by ${key} limit 500`,
        [row?.value],
      );
      const [count] = await api().sql(`select count(*)::int as count from ${table} where ${sql}`, [
        row?.value,
      ]);
      const data = await api().data(
        `{ list: ${list}(first: 500, where: { ${graph} }, orderBy: [{ ${keyField}: ASC }]) { totalCount nodes { key: ${keyField} } } }`,
      );
      expect(data.list.nodes.map((node: { key: string }) => node.key)).toEqual(
        wanted.map((found) => found.key),
      );
      expect(data.list.totalCount).toBe(count?.count);
    }
  });

  it('gives every column as the database has it', async () => {
    const object = schema.getType(type);
    if (!isObjectType(object)) throw new Error(`${type} is no object type.`);
    const leaves = Object.values(object.getFields()).filter(
      ({ name, type: of }) =>
        isLeafType(getNullableType(of)) &&
        !['id', 'sessionIdDigest'].includes(name) &&
        !isComputed(type, name),
    );
    const data = await api().data(
      `{ list: ${list}(first: 3) { nodes { ${leaves.map(({ name }) => name).join(' ')} } } }`,
    );
    const rows = await api().sql(`select * from ${table} order by ${order} limit 3`);
    const [zone] = await api().sql(`select current_setting('timezone') as zone`);
    expect(zone).toBeDefined();
    for (const [index, row] of rows.entries()) {
      for (const { name, type: of } of leaves) {
        if (/json$/i.test(name) || name === 'payload' || name === 'response' || name === 'meta') continue;
        const value = row[snake(name)];
        const got = data.list.nodes[index][name];
        if (value === null || value === undefined) expect(got, name).toBeNull();
        else if (value instanceof Date) expect(new Date(got).getTime(), name).toBe(value.getTime());
        else if (isEnumType(getNullableType(of))) expect(got.toLowerCase(), name).toBe(value);
        else if (/secret|s3cret|api_key|Bearer/.test(String(value)))
          expect(got, name).not.toContain('s3cret');
        else expect(String(got), name).toBe(String(value));
      }
    }
  });

  it('is looked up by its key, and found again by its global id', async () => {
    const [sqlKey, graphKey] = LOOKUP_KEY[type] ?? [key, keyField];
    const [row] = await api().sql(
      `select ${sqlKey}::text as lookup, ${key}::text as key from ${table} order by ${key} desc limit 1`,
    );
    const argument = graphKey === 'rowId' ? 'BigInt!' : 'String!';
    const data = await api().data(
      `query ($key: ${argument}) { found: ${lookup}(${graphKey}: $key) { __typename id key: ${keyField} } }`,
      { key: row?.lookup },
    );
    expect(data.found).toMatchObject({ __typename: type, key: row?.key });
    const again = await api().data(
      `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { key: ${keyField} } } nodes(ids: [$id, $id]) { id } }`,
      { id: data.found.id },
    );
    expect(again.node).toEqual(data.found);
    expect(again.nodes).toEqual([{ id: data.found.id }, { id: data.found.id }]);
  });

  it('is null for a key that no row has', async () => {
    const key = keyField === 'rowId' ? '"4611686018427387904"' : '"no such key"';
    expect(await api().data(`{ found: ${lookup}(${keyField}: ${key}) { id } }`)).toEqual({ found: null });
  });

  it('estimates how many rows there are', async () => {
    const data = await api().data(`{ list: ${list} { estimatedCount } }`);
    expect(data.list.estimatedCount).toBeGreaterThanOrEqual(0);
    expect(data.list.estimatedCount).toBeLessThan(100_000);
  });
});
