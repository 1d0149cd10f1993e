import { sql } from 'kysely';
import { jsonArray, type RowAlias, type Sql } from '../../database/sql.ts';
import { type Cell, isSent, type QueryCell, type RowQuery } from '../query.ts';
import { kindOf, type RowType } from '../row-type.ts';
import type { Source, Sources } from '../source.ts';
import { jsonColumn } from './column.ts';
import { joined, type Writer } from './writer.ts';

/** The rows of a subquery, as those who read it name its columns. */
export interface DerivedRows {
  readonly name: Sql;
  readonly row: RowAlias;
  /** The columns of the edge. */
  readonly edge: RowAlias;
  /** What the subquery selects: the columns that its readers use, and nothing else. */
  readonly selected: Sql;
}

/** The columns of a row that its cells are made of. */
const columnsOfCell = (cell: Cell): readonly string[] => {
  switch (cell.kind) {
    case 'column':
    case 'json':
      return [cell.field];
    case 'query':
      return cell.query.rows.relation.startsAt;
    case 'node':
      return [cell.typeField, ...cell.of.flatMap(({ query }) => query.rows.relation.startsAt)];
    case 'error':
      return [];
  }
};

/** A subquery over `source` that gives what the cells and the further fields need. */
export function derivedRow(
  sources: Sources,
  type: RowType,
  source: Pick<Source, 'row' | 'edge'>,
  cells: readonly Cell[],
  further: readonly string[],
  edgeColumns: readonly string[] = [],
): DerivedRows {
  const alias = sources.alias('page');
  const fields = [...new Set([...cells.flatMap(columnsOfCell), ...further])];
  const nameOf = (field: string): string => type.columns.get(field)?.name ?? field;
  const edgeNameOf = (field: string): string => `edge_${field}`;
  const selected = [
    ...fields.map((field) => sql`${source.row.column(field)} as ${sql.ref(nameOf(field))}`),
    ...edgeColumns.map((field) => sql`${source.edge?.column(field)} as ${sql.ref(edgeNameOf(field))}`),
  ];
  const has = (list: readonly string[], field: string): void => {
    if (!list.includes(field)) throw new Error(`${type.name}.${field} was not selected.`);
  };
  return {
    name: sql.ref(alias),
    row: {
      column: (field) => {
        has(fields, field);
        return sql.ref(`${alias}.${nameOf(field)}`);
      },
    },
    edge: {
      column: (field) => {
        has(edgeColumns, field);
        return sql.ref(`${alias}.${edgeNameOf(field)}`);
      },
    },
    selected: selected.length === 0 ? sql`1` : sql.join(selected),
  };
}

const isShared = (cell: Cell): cell is QueryCell & { query: RowQuery } =>
  cell.kind === 'query' && cell.shared && cell.query.kind === 'row';

/**
 * Rows as they travel: value by value, one JSON array each, which takes fewer brackets to write and to parse than row
 * by row. What several rows lead to, as the chunks of a page do to the few papers they are cut from, is read once and
 * travels once, beside the keys that lead to it.
 */
export function rowsAsJson(
  writer: Writer,
  type: RowType,
  list: DerivedRows,
  views: readonly (readonly Cell[])[],
  further: readonly Sql[],
  rows: Sql,
): Sql {
  const cells = views.flat().filter(isSent);
  const values = cells.map((cell) =>
    isShared(cell)
      ? sharedRows(writer, type, list, cell)
      : sql`json_agg(${writer.cell(cell, { type, row: list.row })})`,
  );
  const all = [...values, ...further.map((value) => sql`json_agg(${value})`)];
  const arrays = jsonArray(all.length > 0 ? all : [sql`json_agg(1)`]);
  if (!cells.some(isShared)) return sql`(select ${arrays} from ${rows} as ${list.name})`;
  return sql`(with ${list.name} as materialized ${rows} select ${arrays} from ${list.name})`;
}

/** What a cell leads to from the rows of a list, once for each different key: the keys, and then what they lead to. */
function sharedRows(
  writer: Writer,
  type: RowType,
  list: DerivedRows,
  cell: QueryCell & { query: RowQuery },
): Sql {
  const { startsAt } = cell.query.rows.relation;
  const alias = writer.sources.alias('keys');
  const nameOf = (field: string): string => type.columns.get(field)?.name ?? field;
  const row: RowAlias = {
    column: (field) => {
      kindOf(type, field);
      return sql.ref(`${alias}.${nameOf(field)}`);
    },
  };
  const joins: Sql[] = [];
  const found = writer.cell(cell, { type, row, joins });
  const keys = startsAt.map((field) => sql`json_agg(${jsonColumn(type, field, row)})`);
  const different = sql`select distinct ${sql.join(startsAt.map((field) => list.row.column(field)))} from ${list.name}`;
  return sql`(select json_build_array(${sql.join([...keys, sql`json_agg(${found})`])}) from (${different}) as ${sql.ref(
    alias,
  )}${joined(joins)})`;
}
