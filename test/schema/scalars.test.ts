import { describe, expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');
const where = (filter: string): string => `{ vectors(where: { ${filter} }) { totalCount nodes { rowId } } }`;

describe('a BigInt literal is read digit for digit', () => {
  it.each(['9007199254740993', '-9007199254740993', '9223372036854775807', '"9007199254740993"'])(
    'the literal %s is accepted',
    async (literal) => {
      for (const filter of [
        `rowId: { eq: ${literal} }`,
        `rowId: { in: [1, ${literal}] }`,
        `NOT: { rowId: { lt: ${literal} } }`,
      ])
        expect((await api().ask(where(filter))).errors).toBeUndefined();
      expect((await api().ask(`{ vector(rowId: ${literal}) { rowId } }`)).errors).toBeUndefined();
      expect(
        (await api().ask(`query ($x: BigInt = ${literal}) { vector(rowId: $x) { rowId } }`)).errors,
      ).toBeUndefined();
    },
  );

  it('and means that number, not its neighbour', async () => {
    // A row at 2^53 + 1, which a JavaScript number rounds to 2^53.
    await api().sql(
      `update indexing.vectors set id = 9007199254740993 where id = (select max(id) from indexing.vectors)`,
    );
    const found = async (literal: string) =>
      (await api().data(where(`rowId: { eq: ${literal} }`))).vectors.nodes;
    expect(await found('9007199254740993')).toEqual([{ rowId: '9007199254740993' }]);
    expect(await found('9007199254740992')).toEqual([]);
    expect(await found('"9007199254740993"')).toEqual([{ rowId: '9007199254740993' }]);
  });
});

describe('an error of a literal says where it stands', () => {
  it.each([
    ['BigInt', 'rowId: { eq: 9223372036854775808 }'],
    ['BigInt', 'rowId: { eq: -9223372036854775809 }'],
    ['BigInt', 'rowId: { eq: 1.5 }'],
    ['BigInt', 'rowId: { eq: 1e3 }'],
    ['BigInt', 'rowId: { eq: true }'],
    ['BigInt', 'rowId: { eq: "twelve" }'],
    ['BigInt', 'rowId: { eq: [1, 2] }'],
    ['BigInt', 'rowId: { eq: {} }'],
    ['BigInt', 'rowId: { eq: SOME }'],
    ['BigInt', `rowId: { eq: ${'9'.repeat(3000)} }`],
    ['DateTime', 'createdAt: { gt: "yesterday" }'],
    ['DateTime', 'createdAt: { gt: 20260101 }'],
    ['DateTime', 'createdAt: { gt: [] }'],
  ])('%s in %s', async (type, filter) => {
    const query = where(filter);
    const { errors, data } = await api().ask(query);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      {
        extensions: { code: 'BAD_USER_INPUT' },
        locations: [{ line: 1, column: query.search(/(eq|gt): /) + 5 }],
      },
    ]);
    expect(errors?.[0]?.message).toContain(`${type} takes`);
  });
});

it('a number in a variable is taken where it is exact', async () => {
  const query = 'query ($x: BigInt) { vectors(where: { rowId: { eq: $x } }) { totalCount } }';
  expect((await api().ask(query, { x: 12 })).errors).toBeUndefined();
  // Already rounded by whoever read the JSON.
  for (const x of [2 ** 53, 1.5, true, {}])
    expect((await api().ask(query, { x })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it('a timestamp without time zone is given, filtered and paged as UTC', async ({ serve }) => {
  const { database, exec } = await databaseForTest('empty');
  await exec(`alter table observability.request_failures alter column created_at type timestamp;
    insert into observability.request_failures (component, created_at) values
      ('a', '2026-02-06 19:24:38.230136'), ('b', '2026-02-06 19:24:38'), ('c', 'infinity'), ('d', '0044-03-15 12:00:00 BC')`);
  const server = await serve(database);
  const ask = async (args: string) =>
    (
      await server.data(
        `{ requestFailures(${args}) { nodes { component createdAt } pageInfo { endCursor } } }`,
      )
    ).requestFailures;
  const { nodes } = await ask('orderBy: [{ component: ASC }]');
  expect(nodes.map(({ createdAt }: { createdAt: string }) => createdAt)).toEqual([
    '2026-02-06T19:24:38.230136+00:00',
    '2026-02-06T19:24:38+00:00',
    'infinity',
    '0044-03-15T12:00:00+00:00 BC',
  ]);
  for (const { component, createdAt } of nodes) {
    const found = await ask(`where: { createdAt: { eq: "${createdAt}" } }`);
    expect(found.nodes).toEqual([{ component, createdAt }]);
  }
  const first = await ask('first: 2, orderBy: [{ createdAt: ASC }]');
  const second = await ask(`first: 2, orderBy: [{ createdAt: ASC }], after: "${first.pageInfo.endCursor}"`);
  expect([...first.nodes, ...second.nodes].map(({ component }) => component)).toEqual(['d', 'b', 'a', 'c']);
});
