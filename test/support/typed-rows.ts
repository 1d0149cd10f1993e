import fc from 'fast-check';
import { sql } from 'kysely';
import type { RowAlias } from '../../src/database/sql.ts';
import type { Column, ColumnKind } from '../../src/database/tables.ts';

type Kind = Exclude<ColumnKind, 'Json'>;

/** A table with a column of each kind; all but the key may be null. */
export const TYPED_ROWS = `create table public.typed_rows (
  key integer primary key, text text, small integer, big bigint, number double precision, flag boolean, moment timestamptz)`;

const column = (field: string, kind: Kind, nullable = true): readonly [string, Column & { kind: Kind }] => [
  field,
  { field, name: field, kind, nullable },
];

export const COLUMNS: ReadonlyMap<string, Column & { readonly kind: Kind }> = new Map([
  column('key', 'Int', false),
  column('text', 'String'),
  column('small', 'Int'),
  column('big', 'BigInt'),
  column('number', 'Float'),
  column('flag', 'Boolean'),
  column('moment', 'DateTime'),
]);

export const ROW: RowAlias = { column: (field) => sql.ref(`typed_rows.${field}`) };

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** A moment as PostgreSQL writes it in JSON, anywhere from 4713 BC to 294276. */
const moment = fc
  .record({
    year: fc.oneof(fc.integer({ min: -4711, max: 294_276 }), fc.integer({ min: -50, max: 2100 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    second: fc.integer({ min: 0, max: 86_399 }),
    micro: fc.integer({ min: 0, max: 999_999 }),
  })
  .map(({ year, month, day, second, micro }) => {
    const time = [second / 3600, (second / 60) % 60, second % 60].map((part) => pad(Math.floor(part), 2));
    const date = `${pad(year < 1 ? 1 - year : year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    return `${date}T${time.join(':')}.${pad(micro, 6)}+00:00${year < 1 ? ' BC' : ''}`;
  });

/** Every value that a column of a kind can hold, as answers have it; extremes more often than chance has them. */
export const VALUES: Readonly<Record<Kind, fc.Arbitrary<string | number | boolean>>> = {
  String: fc.oneof(
    fc.constantFrom('', ' ', '%', '_', '\\', "'", '"', 'ß', 'İ', '😀', 'a\nb'),
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000') && text.isWellFormed()),
  ),
  Int: fc.oneof(
    fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  ),
  BigInt: fc
    .oneof(
      fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    )
    .map(String),
  Float: fc.oneof(
    fc.constantFrom('NaN', 'Infinity', '-Infinity', 5e-324, Number.MAX_VALUE, 0.1, 0),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  ),
  Boolean: fc.boolean(),
  DateTime: fc.oneof(
    fc.constantFrom(
      'infinity',
      '-infinity',
      '4714-11-24T00:00:00+00:00 BC',
      '294276-12-31T23:59:59.999999+00:00',
    ),
    moment,
  ),
};
