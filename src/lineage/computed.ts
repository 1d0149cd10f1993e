import type { RowAlias, Sql } from '../database/sql.ts';
import type { Column, TableType } from '../database/tables.ts';
import type { Sources } from './source.ts';

/** A column that no table holds: its SQL is made of the row that it stands in, and of rows that belong to it. */
export interface ComputedColumn<Of = RowAlias> {
  readonly kind: Column['kind'];
  readonly nullable: boolean;
  readonly description: string;
  /** How many subqueries it takes wherever it is named: as a field, in an order, in each condition of a filter. */
  readonly subqueries?: number;
  sql(sources: Sources, of: Of): Sql;
  /** Whether it has this value, where that can be written in a way that indexes serve. */
  equals?(sources: Sources, of: Of, value: Sql): Sql;
}

export type ComputedColumns<Of = RowAlias> = Readonly<Record<string, ComputedColumn<Of>>>;

const inSnakeCase = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns as a row type lists them. */
export const computedColumns = <Of>(computed: ComputedColumns<Of>): readonly (readonly [string, Column])[] =>
  Object.entries(computed).map(([field, { kind, nullable, description, subqueries = 0 }]) => [
    field,
    { field, name: inSnakeCase(field), kind, nullable, description, subqueries },
  ]);

/** The row with its computed columns. */
export const withComputed = (sources: Sources, row: RowAlias, computed: ComputedColumns): RowAlias => ({
  column: (field) => {
    const found = Object.hasOwn(computed, field) ? computed[field] : undefined;
    return found ? found.sql(sources, row) : row.column(field);
  },
  equals: (field, value) => {
    const found = Object.hasOwn(computed, field) ? computed[field] : undefined;
    return found?.equals?.(sources, row, value);
  },
});

/** Those of these columns that this database has. */
export const present = (
  sources: Sources,
  type: TableType,
  row: RowAlias,
  fields: readonly string[],
): readonly Sql[] => fields.filter((field) => sources.has(type, field)).map((field) => row.column(field));
