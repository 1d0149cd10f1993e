import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type OperationNodeSource,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  type RawNode,
  sql,
} from 'kysely';
import type { ColumnKind } from './tables.ts';

export type Sql = RawBuilder<unknown>;

/** Kysely as a writer of SQL only: quoting, composition, numbering of parameters. It never connects. */
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export const compileSql = (statement: Sql): CompiledQuery => statement.compile(writer);

const PG_TYPE = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Boolean: 'boolean',
  DateTime: 'timestamptz',
  Json: 'jsonb',
} as const satisfies Record<ColumnKind, string>;

/** A value that each request brings anew: a statement is written once and used by all requests of its shape. */
export class Late<Request> {
  readonly read: (request: Request) => unknown;

  constructor(read: (request: Request) => unknown) {
    this.read = read;
  }
}

/** A parameter with its type spelt out, so that PostgreSQL never has to guess it. */
export const parameter = (value: unknown, kind: ColumnKind, list: '' | '[]' = ''): Sql =>
  sql`${sql.val(value)}::${sql.raw(PG_TYPE[kind] + list)}`;

/** The type of PostgreSQL that holds a kind of column. */
export const typeOf = (kind: ColumnKind): Sql => sql.raw(PG_TYPE[kind]);

/** A value of the database as another type. */
export const castTo = (value: Sql, kind: ColumnKind): Sql =>
  kind === 'String' ? value : sql`${value}::${typeOf(kind)}`;

export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** Parts of a statement that are found while it is written: those that are there when it is compiled stand in it. */
export class LateParts implements OperationNodeSource {
  readonly #parts: readonly Sql[];
  readonly #separator: string;

  constructor(parts: readonly Sql[], separator = '') {
    this.#parts = parts;
    this.#separator = separator;
  }

  toOperationNode(): RawNode {
    const parts = this.#parts;
    const separator = this.#separator;
    return {
      kind: 'RawNode',
      get sqlFragments() {
        return ['', ...parts.map((_, index) => (index < parts.length - 1 ? separator : ''))];
      },
      get parameters() {
        return parts.map((part) => part.toOperationNode());
      },
    };
  }
}

/** What the first case that holds gives; null where none does. */
export const firstOf = <Case extends { readonly when: Sql }>(
  cases: readonly Case[],
  give: (one: Case) => Sql,
): Sql =>
  sql`case ${sql.join(
    cases.map((one) => sql`when ${one.when} then ${give(one)}`),
    sql` `,
  )} end`;

/** A row inside a statement under construction. Asking it for a column that the database lacks throws. */
export interface RowAlias {
  column(field: string): Sql;
  /** Whether a column has this value, where that is written in a way of its own. */
  equals?(field: string, value: Sql): Sql | undefined;
  /** There is one such row: what it leads to is looked up, and not joined. */
  readonly isOnly?: true;
}

/** Whether a column of a row has this value. */
export const isEqual = (row: RowAlias, field: string, value: Sql): Sql =>
  row.equals?.(field, value) ?? sql`${row.column(field)} = ${value}`;

/** PostgreSQL takes at most 100 arguments, so a longer array is built of arrays, which `flattenCells` undoes. */
const MAX_CELLS = 90;

export function jsonArray(cells: readonly Sql[]): Sql {
  if (cells.length <= MAX_CELLS) return sql`json_build_array(${sql.join(cells)})`;
  const parts: Sql[] = [];
  for (let from = 0; from < cells.length; from += MAX_CELLS) {
    parts.push(sql`json_build_array(${sql.join(cells.slice(from, from + MAX_CELLS))})`);
  }
  return sql`json_build_array(${sql.join(parts)})`;
}

/** Undoes what `jsonArray` did to more than `MAX_CELLS` cells. */
export const flattenCells = (cells: readonly unknown[], length: number): readonly unknown[] =>
  length <= MAX_CELLS ? cells : cells.flat(1);

/**
 * The sum of a column of floats with all their digits. As decimals, since a sum of binary fractions changes with the
 * order in which they are added; by way of text, since PostgreSQL's own cast keeps 15 digits, and takes twice as long.
 */
export const exactSum = (float: Sql): Sql => sql`sum(${float}::text::numeric)::float8`;

/** Whole milliseconds between two times; null where one of them is infinite, as PostgreSQL takes no difference of those. */
export const millisecondsBetween = (from: Sql, to: Sql): Sql =>
  sql`case when isfinite(${from}) and isfinite(${to}) then round(extract(epoch from ${to} - ${from}) * 1000)::float8 end`;

/**
 * The first and the last of the rows that are read. The filter keeps PostgreSQL from looking for them along an index of
 * the time, where it would pass the rows of all other runs on its way to those of one.
 */
export const earliest = (time: Sql): Sql => sql`min(${time}) filter (where true)`;
export const latest = (time: Sql): Sql => sql`max(${time}) filter (where true)`;
