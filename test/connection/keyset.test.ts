import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  behindSql,
  encodeCursor,
  limitStep,
  MAX_PAGE_SIZE,
  type Order,
  orderSql,
  pageShape,
  readPage,
} from '../../src/connection/keyset.ts';
import { compileSql, Late } from '../../src/database/sql.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { COLUMNS, ROW, TYPED_ROWS, VALUES } from '../support/typed-rows.ts';

const FIELDS = [...COLUMNS.keys()];
const orders: fc.Arbitrary<readonly Order[]> = fc
  .uniqueArray(
    fc.record(
      {
        field: fc.constantFrom(...FIELDS.filter((field) => field !== 'key')),
        descending: fc.boolean(),
        nullsSmallest: fc.constant<true>(true),
      },
      { requiredKeys: ['field', 'descending'] },
    ),
    { selector: ({ field }) => field, maxLength: 3 },
  )
  .chain((terms) => fc.boolean().map((descending) => [...terms, { field: 'key', descending }]));

const anyValue = (field: string): fc.Arbitrary<unknown> => {
  const column = COLUMNS.get(field);
  if (!column) throw new Error(`There is no column ${field}.`);
  return column.nullable ? fc.option(VALUES[column.kind], { freq: 3 }) : VALUES[column.kind];
};

describe('a cursor', () => {
  it('brings back the position that it was made of, whatever its values', () => {
    const drawn = orders.chain((terms) =>
      fc.tuple(fc.constant(terms), fc.tuple(...terms.map(({ field }) => anyValue(field)))),
    );
    fc.assert(
      fc.property(drawn, fc.constantFrom('after', 'before'), ([terms, position], side) => {
        const cursor = encodeCursor('Row', terms, position);
        const page = readPage({ [side]: cursor }, 'Row', terms, COLUMNS);
        expect(side === 'after' ? page.after : page.before).toEqual(position);
      }),
      { numRuns: 500 },
    );
  });

  const byText: readonly Order[] = [
    { field: 'text', descending: false },
    { field: 'key', descending: false },
  ];
  const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    ['no base64', '!!!', 'not a cursor'],
    ['no JSON', Buffer.from('x').toString('base64url'), 'not a cursor'],
    ['no list', written({ text: 'a' }), 'not a cursor'],
    ['an empty list', written([]), 'not a cursor'],
    ['of another type', encodeCursor('Other', byText, ['a', 1]), 'another list or order'],
    [
      'of the other direction',
      encodeCursor('Row', [{ field: 'text', descending: true }], ['a']),
      'another list or order',
    ],
    ['too short', encodeCursor('Row', byText, ['a']), 'another list or order'],
    ['too long', encodeCursor('Row', byText, ['a', 1, 2]), 'another list or order'],
    ['with a number for a text', encodeCursor('Row', byText, [1, 1]), 'takes a String'],
    ['with a text for a number', encodeCursor('Row', byText, ['a', '1']), 'takes an Int'],
    ['with a list for a value', encodeCursor('Row', byText, [['a'], 1]), 'takes a String'],
    ['without a key', encodeCursor('Row', byText, ['a', null]), 'not a cursor'],
  ])('that is %s is refused', (_what, after, words) => {
    expect(() => readPage({ after }, 'Row', byText, COLUMNS)).toThrow(words);
  });
});

describe('a position', () => {
  const open = closedAfterAll();
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open.database('empty');
    await opened.exec(TYPED_ROWS);
  });

  /** Few values, so that many rows are equal in all but the key. */
  const rows = fc.array(
    fc.tuple(...FIELDS.slice(1).map((field) => fc.oneof(fc.constant(null), anyValue(field)))),
    {
      minLength: 2,
      maxLength: 8,
    },
  );

  async function insert(drawn: readonly (readonly unknown[])[]): Promise<void> {
    await opened.exec('delete from public.typed_rows');
    for (const [index, values] of [...drawn, ...drawn].entries())
      await opened.sql('insert into public.typed_rows values ($1, $2, $3, $4, $5, $6, $7)', [
        index,
        ...values,
      ]);
  }

  async function keysBehind(terms: readonly Order[], position: readonly unknown[], against: boolean) {
    const behind = behindSql(terms, ROW, COLUMNS, position, () => position, against);
    const order = orderSql(terms, ROW, false);
    const { sql: text, parameters } = compileSql(
      sql`select key from public.typed_rows where ${behind} order by ${order}`,
    );
    const values = parameters.map((one) => (one instanceof Late ? one.read(undefined) : one));
    return (await opened.sql(text, values)).map(({ key }) => key);
  }

  it('divides the rows: those behind it, those before it, and its own row', async () => {
    await fc.assert(
      fc.asyncProperty(rows, orders, async (drawn, terms) => {
        await insert(drawn);
        const order = terms
          .map(({ field, descending, nullsSmallest = false }) =>
            descending === nullsSmallest
              ? `${field} ${descending ? 'desc' : 'asc'} nulls last`
              : `${field} ${descending ? 'desc' : 'asc'} nulls first`,
          )
          .join(', ');
        const cells = terms.map(({ field }) => (field === 'big' ? 'big::text' : field)).join(', ');
        const all = await opened.sql(
          `select key, json_build_array(${cells})::text as position from public.typed_rows order by ${order}`,
        );
        const keys = all.map(({ key }) => key);
        for (const [place, { position }] of all.entries()) {
          const read: unknown[] = JSON.parse(String(position));
          expect(await keysBehind(terms, read, false)).toEqual(keys.slice(place + 1));
          expect(await keysBehind(terms, read, true)).toEqual(keys.slice(0, place));
        }
      }),
      { numRuns: 12, seed: 20261125 },
    );
  });

  it('in a key of several columns that may be null divides them too', async () => {
    await insert([
      ['a', null, null, null, null, null],
      [null, 1, null, null, null, null],
      [null, null, null, null, null, null],
    ]);
    const terms = ['text', 'small', 'key'].map((field) => ({ field, descending: false }));
    const keys = [0, 3, 1, 4, 2, 5];
    expect(await keysBehind(terms, ['a', null, 3], false)).toEqual(keys.slice(2));
    expect(await keysBehind(terms, [null, 1, 4], false)).toEqual([2, 5]);
    expect(await keysBehind(terms, [null, null, 2], false)).toEqual([5]);
    expect(await keysBehind(terms, [null, null, 2], true)).toEqual(keys.slice(0, 4));
  });
});

describe('the size of a page', () => {
  it.each([
    { first: -1 },
    { first: MAX_PAGE_SIZE + 1 },
    { last: -1 },
    { last: MAX_PAGE_SIZE + 1 },
    { first: 1, last: 1 },
  ])('cannot be %j', (size) => {
    expect(() => readPage(size, 'Row', [], COLUMNS)).toThrow(/takes 0 to 500|not both/);
  });

  it('is rounded up to a step that is never below it, and never above two and a half times of it', () => {
    for (let limit = 1; limit <= MAX_PAGE_SIZE; limit += 1) {
      expect(limitStep(limit)).toBeGreaterThanOrEqual(limit);
      expect(limitStep(limit)).toBeLessThanOrEqual(2.5 * limit);
    }
    expect([0, 1, 3, 11, 20, 21, 500].map(limitStep)).toEqual([0, 1, 5, 20, 20, 50, 500]);
  });

  it('shares its statement with the sizes of its step, and with no other', () => {
    const shapes = Array.from({ length: MAX_PAGE_SIZE + 1 }, (_, first) =>
      pageShape(readPage({ first }, 'Row', [], COLUMNS)),
    );
    // 0, 1, 2, 5 ... 500 themselves, and the sizes between two of them.
    expect(new Set(shapes).size).toBe(10 + 7);
    expect(shapes[19]).toBe(shapes[11]);
    expect(shapes[19]).not.toBe(shapes[20]);
    expect(shapes[20]).not.toBe(shapes[21]);
    expect(pageShape(readPage({ last: 20 }, 'Row', [], COLUMNS))).not.toBe(shapes[20]);
  });
});
