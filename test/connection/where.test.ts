import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { countConditions, type Where } from '../../src/connection/condition.ts';
import { checkWhere, type Filterable, whereShape, whereSql } from '../../src/connection/where.ts';
import { compileSql, Late } from '../../src/database/sql.ts';
import { COLUMNS, ROW } from '../support/typed-rows.ts';

/** Rows that lead to rows of their own kind by `next`. */
const ROWS: Filterable = {
  columns: COLUMNS,
  related: (field) => (field === 'next' ? ROWS : undefined),
};

const sqlOf = (where: Where): string => compileSql(write(where, () => where)).sql;

const write = <Request>(where: Where, read: (request: Request) => Where): ReturnType<typeof whereSql> =>
  whereSql<Request>(
    where,
    {
      columns: COLUMNS,
      row: ROW,
      related: (field, quantifier, inner, readInner) =>
        sql`${sql.raw(quantifier)}_of_${sql.raw(field)}(${write(inner, readInner)})`,
    },
    read,
  );

/** The values that the SQL of one filter reads from another of its shape. */
const valuesOf = (written: Where, given: Where): readonly unknown[] =>
  compileSql(write(written, (request: Where) => request)).parameters.map((one) =>
    one instanceof Late ? one.read(given) : one,
  );

const nested = (depth: number): Where => (depth === 0 ? {} : { NOT: nested(depth - 1) });
const wide = (logic: 'AND' | 'OR', count: number): Where => ({
  [logic]: Array.from({ length: count }, (_, index) => ({ small: { eq: index } })),
});

const { filter: anyFilter } = fc.letrec<{ filter: Where; filters: Where[] }>((tie) => ({
  filters: fc.array(tie('filter'), { maxLength: 3 }),
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record(
      {
        text: fc.record(
          { eq: fc.string(), iequals: fc.string(), in: fc.array(fc.string()) },
          { requiredKeys: [] },
        ),
        small: fc.record({ eq: fc.integer(), lt: fc.integer(), isNull: fc.boolean() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
    fc.record({ AND: tie('filters') }),
    fc.record({ OR: tie('filters'), small: fc.constant({ isNull: true }) }, { requiredKeys: [] }),
    fc.record({ NOT: tie('filter') }),
    fc.record({ next: fc.record({ some: tie('filter'), none: tie('filter') }, { requiredKeys: [] }) }),
  ),
}));

describe('two filters', () => {
  it('have one shape if, and only if, they are the same SQL', () => {
    let equal = 0;
    fc.assert(
      fc.property(anyFilter, anyFilter, (one, other) => {
        const same = sqlOf(one) === sqlOf(other);
        if (same) equal += 1;
        expect(whereShape(one) === whereShape(other)).toBe(same);
      }),
      { numRuns: 1500, seed: 20261125 },
    );
    expect(equal).toBeGreaterThan(15);
  });

  it.each<readonly [Where, Where]>([
    [{ OR: [] }, { OR: [{}] }],
    [{ OR: [] }, {}],
    [{ OR: [] }, { AND: [] }],
    [{ NOT: {} }, {}],
    [{ NOT: { OR: [] } }, { OR: [] }],
    [{ small: { isNull: true } }, { small: { isNull: false } }],
    [{ OR: [{ text: { eq: 'a' } }, {}] }, { OR: [{ text: { eq: 'a' } }] }],
    [{ text: { eq: 'a' } }, { text: { in: ['a'] } }],
    [{ text: { eq: 'a' } }, { next: { some: { text: { eq: 'a' } } } }],
    [{ next: { some: {} } }, { next: { none: {} } }],
  ])('that ask different things never share a statement: %j, %j', (one, other) => {
    expect(whereShape(one)).not.toBe(whereShape(other));
    expect(sqlOf(one)).not.toBe(sqlOf(other));
  });

  it('that differ in values only share one, and each reads its own', () => {
    const of = (text: string, small: number, list: readonly string[]): Where => ({
      AND: [
        { text: { eq: text } },
        { OR: [{ small: { gt: small, isNull: false } }, { text: { in: list } }] },
      ],
      next: { some: { text: { contains: `${text}!` }, next: { none: { small: { lt: small } } } } },
    });
    const [one, other] = [of('a', 1, ['x']), of('b', 2, ['y', 'z'])];
    expect(whereShape(one)).toBe(whereShape(other));
    expect(valuesOf(one, other)).toEqual(['b', 2, ['y', 'z'], 'b!', 2]);
    expect(valuesOf(other, one)).toEqual(['a', 1, ['x'], 'a!', 1]);
  });
});

describe('a filter', () => {
  it.each([
    [null],
    [{ text: null }],
    [{ text: { eq: null } }],
    [{ text: { in: null } }],
    [{ text: { isNull: null } }],
    [{ AND: null }],
    [{ OR: null }],
    [{ NOT: null }],
    [{ AND: [null] }],
    [{ OR: [{ NOT: { text: null } }] }],
    [{ next: null }],
    [{ next: { some: null } }],
    [{ next: { some: { AND: null } } }],
    [{ NOT: { next: { every: { text: { ne: null } } } } }],
  ])('with null in place of a filter is refused: %j', (where) => {
    expect(() => checkWhere(where, ROWS)).toThrow(/is null\. To find rows without a value, use/);
  });

  it.each([
    [undefined],
    [{ text: undefined }],
    [{ text: { eq: undefined } }],
    [{ AND: undefined, OR: undefined, NOT: undefined }],
    [{ next: { some: undefined } }],
  ])('that an absent variable left out holds for all rows: %j', (where) => {
    checkWhere(where, ROWS);
    expect(compileSql(whereSql(where, { columns: COLUMNS, row: ROW }, () => ({}))).sql).toBe('true');
  });

  it.each<readonly [Where, RegExp]>([
    [{ text: { like: 'a' } }, /there is no operator like/],
    [{ nothing: { eq: 'a' } }, /nothing cannot be filtered by/],
    [{ text: { eq: 1 } }, /where\.text\.eq takes a String/],
    [{ small: { contains: 'a' } }, /where\.small\.contains takes no Int/],
    [{ small: { in: [1, 'a'] } }, /where\.small\.in takes an Int/],
    [{ small: { in: 1 } }, /takes a list/],
    [{ small: { isNull: 1 } }, /takes true or false/],
    [{ OR: [{ NOT: { moment: { lt: '2026-01-01T00:00:00+16:00' } } }] }, /takes a DateTime/],
    [{ text: { some: {} } }, /text leads to no rows/],
    [{ next: { some: { next: { every: { text: { eq: 1 } } } } } }, /takes a String/],
    [{ AND: {} }, /where\.AND takes a filter/],
    [{ text: 'a' }, /where\.text takes a filter/],
  ])('that no statement can be made of is refused: %j', (where, words) => {
    expect(() => checkWhere(where, ROWS)).toThrow(words);
  });
});

describe('the size of a filter', () => {
  it.each([
    [{}, 1],
    [{ text: { eq: 'a' } }, 1],
    [{ text: { in: ['a', 'b', 'c'] } }, 1],
    [{ text: { eq: 'a', ne: 'b' }, small: { lt: 1 } }, 3],
    [wide('AND', 7), 7],
    [{ OR: [{}, {}, {}] }, 3],
    [{ AND: [] }, 1],
    [{ NOT: wide('OR', 4), next: { some: wide('AND', 5) } }, 9],
    [undefined, 0],
  ])('is the number of its conditions: %j', (where, count) => {
    expect(countConditions(where)).toBe(count);
  });

  it.each([
    [wide('AND', 1000)],
    [wide('OR', 1000)],
    [nested(32)],
    [{ text: { in: Array.from({ length: 10_000 }, String) } }],
  ])('can be as large as this', (where) => {
    expect(() => checkWhere(where, ROWS)).not.toThrow();
  });

  it('is one parameter for a list of any length', () => {
    const where = { text: { in: Array.from({ length: 10_000 }, String) } };
    expect(valuesOf(where, where)).toEqual([where.text.in]);
  });

  it.each([
    ['AND', wide('AND', 1001), 'A filter takes 1000 conditions, but this one has 1001.'],
    ['OR', wide('OR', 12_000), 'but this one has 12000'],
    ['empty parts', { OR: Array.from({ length: 1001 }, () => ({})) }, '1001'],
    ['an inner filter', { next: { some: wide('AND', 1001) } }, '1001'],
    ['a list', { text: { in: Array.from({ length: 10_001 }, String) } }, 'takes 10000 values, but got 10001'],
    ['NOT in NOT', nested(33), '32 levels'],
    ['AND in AND', Array.from({ length: 33 }).reduce<Where>((inner) => ({ AND: [inner] }), {}), '32 levels'],
    [
      'some in some',
      Array.from({ length: 33 }).reduce<Where>((inner) => ({ next: { some: inner } }), {}),
      '32 levels',
    ],
  ])('is bounded: %s', (_what, where, words) => {
    expect(() => checkWhere(where, ROWS)).toThrow(words);
  });

  it('is counted, and refused, without a stack that overflows', () => {
    const deep = Array.from({ length: 100_000 }).reduce<Where>((inner) => ({ NOT: inner }), {});
    expect(countConditions(deep)).toBe(1);
    expect(() => checkWhere(deep, ROWS)).toThrow('32 levels');
  });

  it('costs linear work: twice the conditions take twice the look-ups, to write and to read', () => {
    const lookUps = (count: number): number => {
      let work = 0;
      const counted = <Target extends object>(target: Target): Target =>
        new Proxy(target, {
          get: (of, name, self) => {
            work += 1;
            const found: unknown = Reflect.get(of, name, self);
            return typeof found === 'object' && found !== null ? counted(found) : found;
          },
        });
      const where = counted(wide('AND', count));
      checkWhere(where, ROWS);
      expect(valuesOf(where, counted(wide('AND', count)))).toHaveLength(count);
      return work;
    };
    expect(lookUps(1000) / lookUps(500)).toBeLessThan(2.1);
  });
});
