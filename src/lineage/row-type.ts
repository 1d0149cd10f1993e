import { sql } from 'kysely';
import type { Order } from '../connection/keyset.ts';
import type { RowAlias, Sql } from '../database/sql.ts';
import { type Column, columnsOf, TABLES, type Table, type TableType } from '../database/tables.ts';
import { type ComputedColumns, computedColumns } from './computed.ts';
import { ESTIMATED_COST } from './estimated-cost.ts';
import { COMPUTED_OF_JOB } from './job-run.ts';
import { COMPUTED_OF_TOKEN_USAGE } from './pipeline-steps.ts';
import { COMPUTED_OF_RECORD } from './reused-from.ts';
import type { JoinedRow, Source, Sources } from './source.ts';

/** What rows look like: those of a table, of a type that no table holds, and of an answer alike. */
export interface RowType {
  /** The name of the GraphQL type. */
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** The fields that make an order total. */
  readonly key: readonly string[];
  /** The field that global ids are made of; the key unless another one is more stable. */
  readonly idField?: string;
  /** How lists are sorted unless the caller says otherwise; the key decides between equals. */
  readonly defaultOrder: readonly Order[];
  /** The field that is null where an edge leads to no row: such an edge has columns of its own, and node is null. */
  readonly presentBy?: string;
  /** What the resolvers of a row read, whatever of it is asked for. */
  readonly alwaysRead?: readonly string[];
  /** All rows, as a root list gives them; absent where rows only exist below others. */
  readonly all?: (sources: Sources, isCount?: boolean) => Source;
  /** For rows that exist because something names their key: the rows with keys of our choice. */
  readonly keyed?: KeyedRows;
}

export interface KeyedRows {
  /** `ids`: a subquery of one column. `known`: the ids come from a table that names such rows, so they need no proof. */
  readonly rows: (sources: Sources, ids: Sql, known: boolean) => Source;
  readonly row: (sources: Sources, id: Sql, known: boolean, isOnly?: boolean) => JoinedRow;
  /** Whether rows of a type prove by this field that the row they name exists. */
  readonly provenBy: (type: string, field: string) => boolean;
}

/** The computed columns of tables. */
const COMPUTED: Readonly<Partial<Record<TableType, ComputedColumns>>> = {
  AsyncJob: COMPUTED_OF_JOB,
  RunRecord: COMPUTED_OF_RECORD,
  TokenUsage: { ...COMPUTED_OF_TOKEN_USAGE, ...ESTIMATED_COST },
};

export const computedOf = (type: TableType): ComputedColumns => COMPUTED[type] ?? {};

const tableRowTypes = new Map<TableType, RowType>();

/** The rows of a table. */
export function tableRows(type: TableType): RowType {
  const known = tableRowTypes.get(type);
  if (known) return known;
  const table: Table = TABLES[type];
  const made: RowType = {
    name: type,
    columns: new Map([...columnsOf(type), ...computedColumns(computedOf(type))]),
    key: [table.key],
    ...(table.stableKey !== undefined && { idField: table.stableKey }),
    defaultOrder: [],
    all: (sources) => sources.table(type),
  };
  tableRowTypes.set(type, made);
  return made;
}

/** All rows of a type; throws for one whose rows only exist below others. */
export function allOf({ name, all }: RowType, sources: Sources, isCount = false): Source {
  if (!all) throw new Error(`${name} has rows only below others.`);
  return all(sources, isCount);
}

/** The field that tells rows of a type apart in global ids. */
export const idFieldOf = ({ idField, key: [key = ''] }: RowType): string => idField ?? key;

/** The kind of a column, as the graph has it. */
export const kindOf = (type: RowType, field: string): Column['kind'] => {
  const column = type.columns.get(field);
  if (!column) throw new Error(`${type.name} has no column ${field}.`);
  return column.kind;
};

/** A row whose columns are computed by a function. */
export const rowOf = (type: RowType, column: (field: string) => Sql): RowAlias => ({
  column: (field) => {
    if (!type.columns.has(field)) throw new Error(`${type.name} has no column ${field}.`);
    return column(field);
  },
});

/** The row of a type whose columns are those of a subquery, under their names in SQL. */
export const rowNamed = (type: RowType, alias: string): RowAlias =>
  rowOf(type, (field) => sql.ref(`${alias}.${type.columns.get(field)?.name}`));

/** Rows that exist because something names their key: those with these ids, a subquery of one column that names such rows. */
export function rowsWithIds({ name, keyed }: RowType, sources: Sources, ids: Sql): Source {
  if (!keyed) throw new Error(`${name} is no type of rows that are found by their ids.`);
  return keyed.rows(sources, ids, true);
}

/** The row of a type with this key, joined. The key comes from a row that names it, so a keyed row needs no proof. */
export function rowWithKey(
  type: RowType,
  sources: Sources,
  key: Sql,
  known = true,
  [field = '']: readonly string[] = type.key,
): JoinedRow {
  if (type.keyed) return type.keyed.row(sources, key, known);
  const { from, where, row } = allOf(type, sources);
  const own = row.column(field);
  return { joins: [{ from, on: [sql`${own} = ${key}`, ...where] }], row, present: sql`${own} is not null` };
}
