import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkValue, fits } from '../../src/connection/value.ts';
import { whereSql } from '../../src/connection/where.ts';
import { compileSql, Late } from '../../src/database/sql.ts';
import type { ColumnKind } from '../../src/database/tables.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { COLUMNS, ROW, TYPED_ROWS, VALUES } from '../support/typed-rows.ts';

const open = closedAfterAll();
let opened: TestDatabase;
beforeAll(async () => {
  opened = await open.database('empty');
  await opened.exec(TYPED_ROWS);
});

describe('a value', () => {
  it.each([...COLUMNS.values()].filter(({ field }) => field !== 'key'))(
    'that a column of kind $kind holds comes back as one that it is found by',
    async ({ field, kind }) => {
      await fc.assert(
        fc.asyncProperty(VALUES[kind], async (value) => {
          await opened.exec('delete from public.typed_rows');
          await opened.sql(`insert into public.typed_rows (key, ${field}) values (1, $1)`, [value]);
          // As an answer has it: JSON, in which 63-bit numbers are texts.
          const [row] = await opened.sql(
            `select json_build_array(${kind === 'BigInt' ? `${field}::text` : field})::text as json from public.typed_rows`,
          );
          const [answered] = JSON.parse(String(row?.json));
          expect([answered, fits(answered, kind)]).toEqual([answered, true]);
          for (const where of [{ [field]: { eq: answered } }, { [field]: { in: [answered] } }]) {
            const filter = whereSql(where, { columns: COLUMNS, row: ROW }, () => where);
            const { sql: text, parameters } = compileSql(
              sql`select key from public.typed_rows where ${filter}`,
            );
            const values = parameters.map((one) => (one instanceof Late ? one.read(undefined) : one));
            expect([answered, await opened.sql(text, values)]).toEqual([answered, [{ key: 1 }]]);
          }
        }),
        { numRuns: 25, seed: 20261125 },
      );
    },
  );

  const REFUSED: readonly (readonly [ColumnKind, unknown])[] = [
    ['String', 'a\u0000b'],
    ['String', '\ud800'],
    ['String', 1],
    ['Int', 2 ** 31],
    ['Int', -(2 ** 31) - 1],
    ['Int', 1.5],
    ['Int', '1'],
    ['BigInt', '9223372036854775808'],
    ['BigInt', '-9223372036854775809'],
    ['BigInt', ['1']],
    ['BigInt', 2 ** 53],
    ['BigInt', '1.0'],
    ['Float', Number.NaN],
    ['Float', Number.POSITIVE_INFINITY],
    ['Float', 'nan'],
    ['Float', '1'],
    ['Boolean', 'true'],
    ['DateTime', '2026-02-30T00:00:00Z'],
    ['DateTime', 0],
    ['DateTime', null],
  ];
  it.each(REFUSED)('of kind %s cannot be %j', (kind, value) => {
    const why =
      kind === 'String' && typeof value === 'string'
        ? 'has a character that PostgreSQL cannot store'
        : 'takes a';
    expect(() => checkValue(value, kind, 'where.x.eq')).toThrow(`where.x.eq ${why}`);
  });
});
