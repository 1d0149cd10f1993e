import { beforeAll, expect, it, vi } from 'vitest';
import { CapabilityMemory } from '../../src/database/capabilities.ts';
import type { Database } from '../../src/database/database.ts';
import { notInThisDatabase } from '../../src/errors.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';

// What the port promises, whichever database stands behind it.

const open = closedAfterAll();
let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await open.database('empty');
  database = opened.database;
});

const query = (text: string, values: readonly unknown[] = []) => database.query({ text, values });

it('gives every value as the text that PostgreSQL writes', async () => {
  const [row] = await query(
    `select 9223372036854775807, 7::int, 1.5::float8, true, '{"a": 1}'::jsonb, array[1, 2],
      '2026-02-06T19:24:38.230136+01:00'::timestamptz, date '2026-02-06', null::int`,
  );
  expect(row).toEqual([
    '9223372036854775807',
    '7',
    '1.5',
    't',
    '{"a": 1}',
    '{1,2}',
    '2026-02-06 18:24:38.230136+00',
    '2026-02-06',
    null,
  ]);
});

it('takes values of every kind', async () => {
  const values = [
    'x',
    7,
    '9223372036854775807',
    true,
    null,
    1.5,
    '2026-02-06T19:24:38Z',
    ['a,"b', '{', null],
    ['1', '2'],
  ];
  const [row] = await query(
    `select $1::text, $2::int, $3::bigint, $4::boolean, $5::text, $6::float8, $7::timestamptz,
      to_json($8::text[]), to_json($9::bigint[])`,
    values,
  );
  expect(row).toEqual([
    'x',
    '7',
    '9223372036854775807',
    't',
    null,
    '1.5',
    '2026-02-06 19:24:38+00',
    '["a,\\"b","{",null]',
    '[1,2]',
  ]);
});

it('answers questions that are asked at the same time each with its own answer', async () => {
  const numbers = Array.from({ length: 50 }, (_, index) => String(index));
  const answers = await Promise.all(
    numbers.map((number) => database.query({ name: 'same', text: 'select $1::text', values: [number] })),
  );
  expect(answers.flat(2)).toEqual(numbers);
});

it.each([
  `insert into workflow.run_records (run_id, record_kind, step, record_key) values ('x', 'run', '', 'main')`,
  'create table public.planted (a int)',
  'drop table workflow.run_records',
  'truncate workflow.run_records',
  `select setval('workflow.run_records_id_seq', 1)`,
])('refuses to write: %s', async (text) => {
  await expect(query(text)).rejects.toMatchObject({ code: '25006' });
});

it.each([
  [`select 'x'::bigint`, []],
  ['select $1::int', ['99999999999']],
  ['select $1::timestamptz', ['2026-02-30T00:00:00Z']],
  ['select $1::text', ['a\u0000b']],
  ['select $1::timestamptz', ['2026-01-01T00:00:00+16:00']],
  ['select $1::int', ['-2147483649']],
  ['select $1::bigint[]', [['1', 'x']]],
  ['select $1::float8', ['1e999']],
  ['select $1::boolean', ['maybe']],
])('tells the caller of a value that does not fit, without repeating it: %s %j', async (text, values) => {
  await expect(query(text, values)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'A value does not fit the column it is compared with.',
  });
  expect(await query('select 1')).toEqual([['1']]);
});

it.each([
  [`select ('x' || current_user)::bigint`],
  ['select sum(x) from (values (1e308::float8), (1e308)) as v (x)'],
  ['select 2147483647 + length(current_user)'],
  [`select ('2026-13-' || length(current_user))::timestamptz`],
])('does not blame the caller for a value that is stored or computed: %s', async (text) => {
  await expect(query(text)).rejects.toMatchObject({ code: 'STORED_VALUE' });
  expect(await query('select 1')).toEqual([['1']]);
});

it('takes the smallest whole numbers', async () => {
  expect(await query('select $1::int, $2::bigint', [-2147483648, '-9223372036854775808'])).toEqual([
    ['-2147483648', '-9223372036854775808'],
  ]);
});

it('does not blame the caller for a statement of ours that is wrong', async () => {
  await expect(query('selec 1')).rejects.toMatchObject({ code: '42601' });
});

it('knows the tables and columns that are there', async () => {
  const capabilities = await database.capabilities();
  expect(capabilities.hasTable('workflow.run_records')).toBe(true);
  expect(capabilities.hasColumn('workflow.run_records', 'project_id')).toBe(true);
  expect(capabilities.hasColumn('workflow.run_records', 'nonsense')).toBe(false);
  expect(capabilities.hasTable('workflow.nonsense')).toBe(false);
  expect(capabilities.hasColumn('workflow.nonsense', 'id')).toBe(false);
  const [{ count } = {}] = await opened.sql(
    `select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')`,
  );
  expect(capabilities.tables.size).toBe(count);
  expect(await database.capabilities()).toBe(capabilities);
});

it('looks again after some seconds, so that a migration needs no restart', { timeout: 30_000 }, async () => {
  const { database, sql } = await databaseForTest('empty');
  await sql('drop table enrichment.openalex_cache');
  await sql('alter table workflow.run_records rename column project_id to renamed');
  const before = await database.capabilities();
  expect(before.hasTable('enrichment.openalex_cache')).toBe(false);
  expect(before.hasColumn('workflow.run_records', 'project_id')).toBe(false);

  await sql('create table enrichment.openalex_cache (cache_key text primary key)');
  await sql('alter table workflow.run_records rename column renamed to project_id');
  await vi.waitFor(
    async () => {
      const capabilities = await database.capabilities();
      expect(capabilities.hasTable('enrichment.openalex_cache')).toBe(true);
      expect(capabilities.hasColumn('workflow.run_records', 'project_id')).toBe(true);
    },
    { timeout: 20_000, interval: 250 },
  );
});

const RECORDS = [['workflow.run_records', '{"run_id": null}', '{"rows": 8, "indexes": [["run_id", null]]}']];

it('gives the same object as long as the database has the same, though it looks again', async () => {
  const looks: number[] = [];
  const memory = new CapabilityMemory(async () => {
    looks.push(1);
    return RECORDS;
  });
  const first = await memory.get();
  memory.forgetIfMissing(notInThisDatabase('column x'));
  expect(await memory.get()).toBe(first);
  expect(looks).toHaveLength(2);
});

it('remembers what a database has while it does not answer', async () => {
  let answers = true;
  const memory = new CapabilityMemory(async () => {
    if (!answers) throw new Error('gone');
    return RECORDS;
  });
  const first = await memory.get();
  expect(first.hasColumn('workflow.run_records', 'run_id')).toBe(true);
  expect([first.rowsOf('workflow.run_records'), first.rowsOf('workflow.other')]).toEqual([8, 0]);
  expect(first.indexesOf('workflow.run_records')).toEqual([['run_id', null]]);
  answers = false;
  memory.forgetIfMissing(notInThisDatabase('column x'));
  expect(await memory.get()).toBe(first);
});

it('names what is missing, and looks again after it went away', async () => {
  const { database, sql, statements } = await databaseForTest('empty');
  expect((await database.capabilities()).hasTable('enrichment.openalex_cache')).toBe(true);
  await sql('drop table enrichment.openalex_cache');
  await sql('alter table workflow.run_records drop column project_id');
  await expect(
    database.query({ text: 'select t1.project_id from workflow.run_records as t1', values: [] }),
  ).rejects.toMatchObject({ code: 'NOT_IN_THIS_DATABASE', extensions: { missing: 'column project_id' } });
  await expect(
    database.query({ text: 'select 1 from enrichment.openalex_cache', values: [] }),
  ).rejects.toMatchObject({
    code: 'NOT_IN_THIS_DATABASE',
    extensions: { missing: 'table enrichment.openalex_cache' },
  });
  const capabilities = await database.capabilities();
  expect(capabilities.hasTable('enrichment.openalex_cache')).toBe(false);
  expect(capabilities.hasColumn('workflow.run_records', 'project_id')).toBe(false);
  expect(statements.map(({ text }) => text.split(' ', 2)[1])).toEqual(['t1.project_id', '1']);
});
