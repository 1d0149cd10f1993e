import { sql } from 'kysely';
import { behindSql, isStep, limitStep, orderSql, type Position } from '../../connection/keyset.ts';
import { and, Late, parameter, type RowAlias, type Sql } from '../../database/sql.ts';
import { type Asked, argumentsAt } from '../asked.ts';
import { sourceOf } from '../given.ts';
import type { PageQuery } from '../query.ts';
import type { Relation } from '../relation.ts';
import type { Source } from '../source.ts';
import { jsonColumn } from './column.ts';
import { type DerivedRows, derivedRow, rowsAsJson } from './row-list.ts';
import type { Writer } from './writer.ts';

/** The order of a list without page: of the relation, with the key for equals. */
export function listOrder({ orderBy = [], to }: Relation, row: RowAlias): Sql {
  const own = orderBy.map(({ field, sequence, direction }) => {
    const column = row.column(field);
    if (!sequence) return direction === 'DESC' ? sql`${column} desc` : column;
    return sql`array_position(array[${sql.join(sequence.map((item) => sql.lit(item)))}], ${column})`;
  });
  const missing = to.key.filter((key) => !orderBy.some(({ field }) => field === key));
  return sql.join([...own, ...missing.map((key) => row.column(key))]);
}

/** The rows of a page as JSON, limited in the database: per row its views in the answer and, if asked for, its position. */
export function pageRows(writer: Writer, query: PageQuery, parent: RowAlias): Sql {
  const { rows, page, views, wants } = query;
  const { relation, orders } = rows;
  const source = sourceOf(rows, writer.sources, parent, writer.asked);
  // One more than asked for tells whether there is a next page.
  const limit = sql.lit(limitStep(page.limit) + (wants.more ? 1 : 0));
  const sorted = (from: RowAlias): Sql =>
    sql`order by ${orderSql(orders, from, page.backward)} limit ${limit}`;
  const cells = views.map((view) => view.cells);
  const isApart = source.through !== undefined || query.isFew === true;
  const positions = wants.cursors || isApart ? orders.map(({ field }) => field) : [];
  const derive = (of: Pick<Source, 'row' | 'edge'>): DerivedRows =>
    derivedRow(writer.sources, relation.to, of, cells.flat(), positions, wants.edgeColumns);
  const inner = derive(source);
  const found = sql`select ${inner.selected} from ${source.from} ${rowsOf(source, behind(source, query))}`;
  const limited = sql`(${found} ${sorted(source.row)})`;
  const outer = isApart ? derive(inner) : undefined;
  const all = outer ? sql`(select ${outer.selected} ${apart()} ${sorted(inner.row)})` : limited;
  const list = outer ?? inner;
  function apart(): Sql {
    // OFFSET keeps the planner from pulling the subquery up, and so from the index of the order.
    if (!source.through) return sql`from (${found} offset 0) as ${inner.name}`;
    // Several rows can lead to the rows of one parent: each is limited on its own, then all of them together.
    const { from, where } = source.through;
    return sql`from ${from} cross join lateral ${limited} as ${inner.name} where ${and(where)}`;
  }
  const further = [
    ...(wants.cursors ? orders.map(({ field }) => jsonColumn(relation.to, field, list.row)) : []),
    ...wants.edgeColumns.map((field) => list.edge.column(field)),
  ];
  return rowsAsJson(writer, relation.to, list, cells, further, cut(writer, query, all));
}

/** The limit that a request asks for, and one more where that tells whether there is a next page. */
export function limitOf({ rows, wants }: PageQuery): Sql {
  const more = wants.more ? 1 : 0;
  return parameter(new Late((asked: Asked) => argumentsAt(asked, rows.place).page.limit + more), 'Int');
}

/** Rows beyond the limit itself are never read: the executor stops asking for them. */
function cut({ sources }: Writer, query: PageQuery, all: Sql): Sql {
  if (isStep(query.page.limit)) return all;
  // In a plan for all values PostgreSQL expects a tenth of the rows of a limit that it does not know, and prefers what
  // begins at once: walking the whole index of the order. Behind MATERIALIZED it knows nothing of that limit.
  const step = sql.ref(sources.alias('step'));
  return sql`(with ${step} as materialized ${all} select * from ${step} limit ${limitOf(query)})`;
}

/** Which rows of a source: with its conditions and these, which can be about sums. */
export function rowsOf({ where, groupBy }: Source, further: readonly Sql[]): Sql {
  if (!groupBy) return sql`where ${and([...where, ...further])}`;
  return sql`where ${and(where)} group by ${groupBy} having ${and(further)}`;
}

/** That rows stand behind the position that the page starts from. */
export function behind(source: Source, { rows, page }: PageQuery): readonly Sql[] {
  const { orders, place, relation } = rows;
  const read = (side: 'after' | 'before') => (asked: Asked) => argumentsAt(asked, place).page[side] ?? [];
  const beyond = (side: 'after' | 'before', position: Position | undefined): readonly Sql[] =>
    position
      ? [behindSql(orders, source.row, relation.to.columns, position, read(side), side === 'before')]
      : [];
  return [...beyond('after', page.after), ...beyond('before', page.before)];
}
