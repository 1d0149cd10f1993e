import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPERATORS, type OperatorName, operatorsOf } from '../../src/connection/operators.ts';
import { whereSql } from '../../src/connection/where.ts';
import { compileSql, Late } from '../../src/database/sql.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { COLUMNS, ROW, TYPED_ROWS } from '../support/typed-rows.ts';

const TEXTS = [
  '',
  'Wage',
  'wage',
  'minimum WAGE',
  '100%',
  '100x',
  'a_b',
  'axb',
  'a\\b',
  'Straße',
  'STRASSE',
  'ÉTÉ',
  'été',
];

const open = closedAfterAll();
let opened: TestDatabase;
beforeAll(async () => {
  opened = await open.database('empty');
  await opened.exec(TYPED_ROWS);
  for (const [key, text] of [...TEXTS, null].entries())
    await opened.sql('insert into public.typed_rows (key, text) values ($1, $2)', [key, text]);
});

async function found(operator: OperatorName, value: unknown, field = 'text'): Promise<unknown[]> {
  const where = { [field]: { [operator]: value } };
  const { sql: text, parameters } = compileSql(
    sql`select text from public.typed_rows where ${whereSql(where, { columns: COLUMNS, row: ROW }, () => where)} order by key`,
  );
  const values = parameters.map((one) => (one instanceof Late ? one.read(undefined) : one));
  return (await opened.sql(text, values)).map((row) => row.text);
}

describe('an operator on texts', () => {
  it.each<readonly [OperatorName, unknown, readonly (string | null)[]]>([
    ['eq', 'wage', ['wage']],
    ['eq', '', ['']],
    ['contains', 'age', ['Wage', 'wage']],
    ['startsWith', 'W', ['Wage']],
    ['startsWith', '100%', ['100%']],
    ['icontains', 'WAGE', ['Wage', 'wage', 'minimum WAGE']],
    ['icontains', '%', ['100%']],
    ['icontains', '_', ['a_b']],
    ['icontains', '\\', ['a\\b']],
    ['icontains', '', TEXTS],
    ['icontains', 'té', ['ÉTÉ', 'été']],
    ['iequals', 'wAgE', ['Wage', 'wage']],
    ['iequals', 'A_B', ['a_b']],
    ['iequals', '', ['']],
    // lower() leaves ß as it is: it is no ss.
    ['iequals', 'STRAßE', ['Straße']],
    ['iequals', 'strasse', ['STRASSE']],
    ['endsWith', 'Age', ['Wage', 'wage', 'minimum WAGE']],
    ['endsWith', '%', ['100%']],
    ['endsWith', '_B', ['a_b']],
    ['endsWith', '\\B', ['a\\b']],
    ['endsWith', '', TEXTS],
    ['endsWith', 'a longer text than any that is there', []],
    ['endsWith', 'É', ['ÉTÉ', 'été']],
    ['in', [], []],
    ['in', ['wage', ''], ['', 'wage']],
    ['isNull', true, [null]],
    ['isNull', false, TEXTS],
  ])('%s %j', async (operator, value, expected) => {
    expect(await found(operator, value)).toEqual(expected);
  });

  it('compares a Turkish İ as lower() of the database has it', async () => {
    await opened.sql(`update public.typed_rows set text = 'İZMİR' where key = 0`);
    const [row] = await opened.sql(`select lower('İzmir') = lower('İZMİR') as same`);
    for (const operator of ['iequals', 'endsWith', 'icontains'] as const)
      expect(await found(operator, 'İzmir')).toEqual(row?.same === true ? ['İZMİR'] : []);
    await opened.sql(`update public.typed_rows set text = '' where key = 0`);
  });
});

describe('the table of operators', () => {
  it('has a meaning for each operator, that is a sentence', () => {
    for (const { description } of Object.values(OPERATORS))
      for (const words of Object.values(description)) expect(words).toMatch(/^([A-Z]|true:).*\.$/);
  });

  it('offers each kind what can be compared in it', () => {
    const names = (kind: Parameters<typeof operatorsOf>[0]) => operatorsOf(kind).map(([name]) => name);
    expect(names('Boolean')).toEqual(['eq', 'ne', 'in', 'notIn', 'isNull']);
    expect(names('Enum')).toEqual(names('Boolean'));
    expect(names('Int')).toEqual(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'notIn', 'isNull']);
    expect(names('String')).toContain('icontains');
    expect(names('DateTime')).not.toContain('contains');
  });
});
