import { sql } from 'kysely';
import { and, jsonArray, Late, parameter, type RowAlias, type Sql } from '../../database/sql.ts';
import { type Asked, argumentsAt } from '../asked.ts';
import { givenTo, sourceOf } from '../given.ts';
import {
  type Cell,
  isSent,
  type JsonCell,
  type ListQuery,
  NO_PLACE,
  type NodeCell,
  type PageQuery,
  type Query,
  type RowQuery,
} from '../query.ts';
import { type Condition, isMet } from '../read/condition.ts';
import { NO_PARENT } from '../relation.ts';
import { ROOT } from '../root.ts';
import { type JoinedRow, leftJoin, type Sources, whole } from '../source.ts';
import { jsonColumn } from './column.ts';
import { listOrder, pageRows } from './page.ts';
import { readOnce } from './read-once.ts';
import { derivedRow, rowsAsJson } from './row-list.ts';
import { joined, type RowPlace, type Writer } from './writer.ts';

/** Writes the SQL of a query that was checked. Each value travels by its position, in the order of the cells. */
export class QueryWriter implements Writer {
  readonly sources: Sources;
  readonly asked: Asked;

  constructor(sources: Sources, asked: Asked) {
    this.sources = sources;
    this.asked = asked;
  }

  /** The statement of a root field: one row with one JSON text. */
  root(cell: Cell): Sql {
    const root = cell.kind === 'query' && this.#rootOf(cell.query);
    if (!root) return sql`select ${this.cell(cell, { type: ROOT, row: NO_PARENT })}::text as answer`;
    const joins: Sql[] = [];
    const json = this.cell(cell, { type: ROOT, row: root.row, joins });
    return sql`select ${json}::text as answer from ${root.from}${joined(joins)}`;
  }

  #rootOf({ rows }: Query) {
    return rows.relation.root?.(this.sources, givenTo(rows, this.asked, this.sources));
  }

  /** The values of a row that travel with it. */
  values(cells: readonly Cell[], place: RowPlace): readonly Sql[] {
    return cells.filter(isSent).map((cell) => this.cell(cell, place));
  }

  cell(cell: Cell, place: RowPlace): Sql {
    return this.when(cell.condition, this.#value(cell, place));
  }

  when(condition: Condition | undefined, value: Sql): Sql {
    if (!condition) return value;
    const met = parameter(new Late(({ variables }: Asked) => isMet(condition, variables)), 'Boolean');
    return sql`case when ${met} then ${value} end`;
  }

  #value(cell: Cell, place: RowPlace): Sql {
    switch (cell.kind) {
      case 'column':
        return jsonColumn(place.type, cell.field, place.row);
      case 'json':
        return this.#json(cell, place.row);
      case 'query':
        return this.#query(cell.query, place);
      case 'node':
        return this.#node(cell, place);
      case 'error':
        throw new Error(`${cell.key} cannot be had, so nothing is written for it.`);
    }
  }

  /** As text, which `rows/` parses by itself: parsed with the rest, long numbers in it would be rounded. */
  #json({ field, place }: JsonCell, row: RowAlias): Sql {
    const json = row.column(field);
    if (place === NO_PLACE || argumentsAt(this.asked, place).path.length === 0) return sql`${json}::text`;
    const path = new Late((asked: Asked) => argumentsAt(asked, place).path);
    return sql`(${json} #> ${parameter(path, 'String', '[]')})::text`;
  }

  #query(query: Query, place: RowPlace): Sql {
    if (query.kind === 'row') return this.#row(query, place);
    return query.kind === 'list' ? this.#list(query, place.row) : this.#page(query, place.row);
  }

  #row(query: RowQuery, place: RowPlace): Sql {
    const { relation } = query.rows;
    if (place.joins && relation.join) {
      const found = relation.join(this.sources, place.row, givenTo(query.rows, this.asked, this.sources));
      return this.#joinedRow(query, found, place.joins);
    }
    const source = whole(sourceOf(query.rows, this.sources, place.row, this.asked));
    const joins: Sql[] = [];
    const at = { type: relation.to, row: source.row, joins };
    // Written last: the values add to the joins.
    const from = (): Sql => sql`from ${source.from}${joined(joins)} where ${and(source.where)}`;
    // Sums make one row of all rows by themselves; without any, it takes a group.
    if (source.sums) {
      const values = this.values(query.cells, at);
      const group = values.length > 0 ? sql`` : sql` group by ()`;
      const having = source.having ? sql` having ${source.having}` : sql``;
      return sql`(select ${jsonArray(values)} ${from()}${group}${having})`;
    }
    const found = this.#oneRow(query.cells, at);
    const order = relation.to.key.map((field) => source.row.column(field));
    return sql`(select ${found} ${from()} order by ${sql.join(order)} limit 1)`;
  }

  #joinedRow({ rows, cells }: RowQuery, { joins: added, row, present }: JoinedRow, joins: Sql[]): Sql {
    joins.push(...added.map(leftJoin));
    return sql`case when ${present} then ${this.#oneRow(cells, { type: rows.relation.to, row, joins })} end`;
  }

  /** The values of one row; what several of them are made of is read once. */
  #oneRow(cells: readonly Cell[], place: RowPlace): Sql {
    const once = readOnce(this, cells, place.row);
    return once.of(jsonArray(this.values(once.cells, place)));
  }

  /** A row of one of several types, as the number of its type and its values; of what cannot be had, the number. */
  #node({ typeField, of, lacks = [] }: NodeCell, place: RowPlace): Sql {
    if (of.length === 0) return sql`null::json`;
    const ways = of.map(({ type, query }, index) => {
      const row = this.#row(query, { type: place.type, row: place.row });
      return sql`when ${sql.lit(type)} then json_build_array(${sql.lit(index)}, ${row})`;
    });
    const none = lacks.map(
      ({ type }, index) => sql`when ${sql.lit(type)} then json_build_array(${sql.lit(of.length + index)})`,
    );
    return sql`case ${place.row.column(typeField)} ${sql.join([...ways, ...none], sql` `)} end`;
  }

  #list({ rows, cells, limit }: ListQuery, parent: RowAlias): Sql {
    const { relation } = rows;
    const source = whole(sourceOf(rows, this.sources, parent, this.asked));
    const list = derivedRow(this.sources, relation.to, source, cells, []);
    // One more than is given tells that the list is cut.
    const found = sql`(select ${list.selected} from ${source.from} where ${and(source.where)} order by ${listOrder(
      relation,
      source.row,
    )} limit ${sql.lit(limit + 1)})`;
    return rowsAsJson(this, relation.to, list, [cells], [], found);
  }

  #page(query: PageQuery, parent: RowAlias): Sql {
    const { rows, wants } = query;
    const parts = [
      ...(wants.rows ? [this.when(wants.rowsWhen, pageRows(this, query, parent))] : []),
      ...(wants.totalCount ? [this.when(wants.totalCountWhen, this.#count(rows, parent))] : []),
    ];
    const [only] = parts;
    if (!only) return sql`null::json`;
    return parts.length === 1 ? only : jsonArray(parts);
  }

  #count(rows: PageQuery['rows'], parent: RowAlias): Sql {
    const { from, where, groupBy } = whole(sourceOf(rows, this.sources, parent, this.asked, true));
    if (groupBy)
      return sql`(select count(*) from (select from ${from} where ${and(where)} group by ${groupBy}) as counted)`;
    return sql`(select count(*) from ${from} where ${and(where)})`;
  }
}
