import { sql } from 'kysely';
import { LateParts, type RowAlias, type Sql } from '../database/sql.ts';
import { type Column, columnName, type TableType } from '../database/tables.ts';
import { remember } from '../remember.ts';
import type { Source, Sources } from './source.ts';

/** Joins at most one row to each row, once for all columns that need it; gives its alias. */
export type Join = (name: string, to: (alias: Sql) => { readonly from: Sql; readonly on: Sql }) => Sql;

/** A column that no table holds: its SQL is made of the row that it stands in, and of rows that belong to it. */
export interface ComputedColumn<Of = RowAlias> {
  readonly kind: Column['kind'];
  readonly nullable: boolean;
  readonly description: string;
  /** How many subqueries it takes wherever it is named: as a field, in an order, in each condition of a filter. */
  readonly subqueries?: number;
  /** As `Column.sortsBy`. */
  readonly sortsBy?: string;
  /** It takes longer to compute than its row to read. */
  readonly isDear?: true;
  sql(sources: Sources, of: Of, join: Join): Sql;
  /** Whether it has this value, where that can be written in a way that indexes serve. */
  equals?(sources: Sources, of: Of, value: Sql): Sql;
}

export type ComputedColumns<Of = RowAlias> = Readonly<Record<string, ComputedColumn<Of>>>;

/** The columns as a row type lists them. */
export const computedColumns = <Of>(computed: ComputedColumns<Of>): readonly (readonly [string, Column])[] =>
  Object.entries(computed).map(([field, { kind, nullable, description, subqueries = 0, sortsBy }]) => [
    field,
    { field, name: columnName(field), kind, nullable, description, subqueries, ...(sortsBy && { sortsBy }) },
  ]);

/** The rows with their computed columns. What only some of these need is joined where one of them is asked for. */
export function withComputed(sources: Sources, source: Source, computed: ComputedColumns): Source {
  const { from, row } = source;
  const joins: Sql[] = [];
  const aliases = new Map<string, Sql>();
  const join: Join = (name, to) =>
    remember(aliases, name, () => {
      const alias = sql.ref(sources.alias(name));
      const joined = to(alias);
      joins.push(sql` left join ${joined.from} on ${joined.on}`);
      return alias;
    });
  const computedAs = (field: string): ComputedColumn | undefined =>
    Object.hasOwn(computed, field) ? computed[field] : undefined;
  return {
    ...source,
    from: sql`${from}${new LateParts(joins)}`,
    row: {
      column: (field) => computedAs(field)?.sql(sources, row, join) ?? row.column(field),
      equals: (field, value) => computedAs(field)?.equals?.(sources, row, value),
    },
  };
}

/** Those of these columns that this database has. */
export const present = (
  sources: Sources,
  type: TableType,
  row: RowAlias,
  fields: readonly string[],
): readonly Sql[] => fields.filter((field) => sources.has(type, field)).map((field) => row.column(field));

/** The first of these times that is not null, of those that this database has; `last` it must have. */
export const firstTime = (
  sources: Sources,
  type: TableType,
  row: RowAlias,
  fields: readonly string[],
  last: string,
): Sql => sql`coalesce(${sql.join([...present(sources, type, row, fields), row.column(last)])})`;
