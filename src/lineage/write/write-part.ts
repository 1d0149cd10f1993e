import { sql } from 'kysely';
import { orderSql } from '../../connection/keyset.ts';
import { and, jsonArray, Late, parameter, type RowAlias, type Sql } from '../../database/sql.ts';
import type { Asked } from '../asked.ts';
import { sourceOf } from '../given.ts';
import type { Part } from '../parts.ts';
import type { Cell, PageQuery, Query, Rows } from '../query.ts';
import { kindOf } from '../row-type.ts';
import { whole } from '../source.ts';
import { jsonColumn } from './column.ts';
import { behind, limitOf, listOrder, rowsOf } from './page.ts';
import { derivedRow, rowsAsJson } from './row-list.ts';
import type { QueryWriter } from './write-query.ts';

/**
 * The statement of a part: the rows that all its parents lead to, each with the number of its parent. What is limited
 * is limited for each parent on its own.
 */
export function writePart(writer: QueryWriter, { cell: { query }, parentType }: Part): Sql {
  const parents = (): ParentRows => parentsOf(writer, query.rows, parentType);
  return sql`select ${jsonOf(writer, query, parents)}::text as answer`;
}

function jsonOf(writer: QueryWriter, query: Query, parents: () => ParentRows): Sql {
  if (query.kind !== 'page') return rowsOfAll(writer, query, parents());
  const { wants, rows } = query;
  const parts = [
    ...(wants.rows ? [writer.when(wants.rowsWhen, rowsOfAll(writer, query, parents()))] : []),
    ...(wants.totalCount ? [writer.when(wants.totalCountWhen, countsOfAll(writer, rows, parents()))] : []),
  ];
  return jsonArray(parts);
}

/** The keys of the parents as rows: what comes with each request, numbered. */
interface ParentRows {
  readonly from: Sql;
  readonly row: RowAlias;
  readonly number: Sql;
}

/** The name that a column of the statement has beside those of the rows. */
const NUMBER = 'parent';

function parentsOf({ sources }: QueryWriter, { relation }: Rows, type: Part['parentType']): ParentRows {
  const alias = sources.alias('parents');
  const nameOf = (field: string): string => type.columns.get(field)?.name ?? field;
  const keys = relation.startsAt.map((field, index) =>
    parameter(new Late(({ keys: given }: Asked) => given?.[index] ?? []), kindOf(type, field), '[]'),
  );
  const names = [...relation.startsAt.map(nameOf), NUMBER].map((name) => sql.ref(name));
  return {
    from: sql`unnest(${sql.join(keys)}) with ordinality as ${sql.ref(alias)}(${sql.join(names)})`,
    row: {
      column: (field) => {
        if (!relation.startsAt.includes(field))
          throw new Error(`${relation.name} does not start at ${type.name}.${field}.`);
        return sql.ref(`${alias}.${nameOf(field)}`);
      },
    },
    number: sql.ref(`${alias}.${NUMBER}`),
  };
}

/** How the rows of each parent are limited, and what else is asked of them. */
interface Limits {
  readonly views: readonly (readonly Cell[])[];
  /** The fields that the order is made of. */
  readonly by: readonly string[];
  readonly order: (row: RowAlias) => Sql;
  readonly atMost: Sql;
}

function limitsOf(query: Query): Limits {
  const { relation } = query.rows;
  if (query.kind === 'page') return limitsOfPage(query);
  const { key } = relation.to;
  const views = [query.cells];
  if (query.kind === 'row') {
    const order = (row: RowAlias): Sql => sql.join(key.map((field) => row.column(field)));
    return { views, by: key, order, atMost: sql.lit(1) };
  }
  const by = [...(relation.orderBy ?? []).map(({ field }) => field), ...key];
  // One more than is given tells that the list is cut.
  return { views, by, order: (row) => listOrder(relation, row), atMost: sql.lit(query.limit + 1) };
}

function limitsOfPage(query: PageQuery): Limits {
  const { rows, page, views } = query;
  const { orders } = rows;
  return {
    views: views.map(({ cells }) => cells),
    by: orders.map(({ field }) => field),
    order: (row) => orderSql(orders, row, page.backward),
    atMost: limitOf(query),
  };
}

function rowsOfAll(writer: QueryWriter, query: Query, parents: ParentRows): Sql {
  const { views, by, order, atMost } = limitsOf(query);
  const { relation } = query.rows;
  const { sources } = writer;
  const edgeColumns = query.kind === 'page' ? query.wants.edgeColumns : [];
  const source = whole(sourceOf(query.rows, sources, parents.row, writer.asked));
  const inner = derivedRow(sources, relation.to, source, views.flat(), by, edgeColumns);
  const list = derivedRow(sources, relation.to, inner, views.flat(), by, edgeColumns);
  const beyond = query.kind === 'page' ? behind(source, query) : [];
  const found = sql`select ${inner.selected} from ${source.from} ${rowsOf(source, beyond)}`;
  const numbered = sql`select ${list.selected}, ${parents.number}, row_number() over (partition by ${
    parents.number
  } order by ${order(inner.row)}) as place from ${parents.from} cross join lateral (${found}) as ${inner.name}`;
  const alias = sql.ref(sources.alias('numbered'));
  const limited = sql`(select * from (${numbered}) as ${alias} where place <= ${atMost} order by ${sql.ref(NUMBER)}, place)`;
  const cursors = query.kind === 'page' && query.wants.cursors ? by : [];
  const further = [
    ...cursors.map((field) => jsonColumn(relation.to, field, list.row)),
    ...edgeColumns.map((field) => list.edge.column(field)),
    sql`${list.name}.${sql.ref(NUMBER)}`,
  ];
  return rowsAsJson(writer, relation.to, list, views, further, limited);
}

/** The number of each parent that has rows, and beside it how many. */
function countsOfAll({ sources, asked }: QueryWriter, rows: Rows, { from, row, number }: ParentRows): Sql {
  const source = whole(sourceOf(rows, sources, row, asked, true));
  const group = source.groupBy ? sql` group by ${source.groupBy}` : sql``;
  const found = sql`select from ${source.from} where ${and(source.where)}${group}`;
  const counts = sql`select ${number}, count(*) as total from ${from} cross join lateral (${found}) as counted group by ${number}`;
  return sql`(select json_build_array(json_agg(${sql.ref(NUMBER)}), json_agg(total)) from (${counts}) as counts)`;
}
