import { sql } from 'kysely';
import { behindSql, encodeCursor, orderSql, type Position } from '../connection/keyset.ts';
import { and, type RowAlias, type Sql } from '../database/sql.ts';
import { type Connection, type Row, slotsOf } from '../execution/row.ts';
import type { FieldArguments } from './arguments.ts';
import type { Edge } from './edges.ts';
import { jsonColumn } from './json-column.ts';
import { argumentsAt, type Part, type Request, whereAt } from './request.ts';
import { lengthOf, RowList } from './row-list.ts';
import type { SelectedField } from './selection.ts';
import type { Source } from './source.ts';
import type { StatementWriter } from './statement.ts';
import { columnsOfType } from './workflow-run-columns.ts';

const PAGE_PARTS = ['nodes', 'edges', 'hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'];
const MORE_PARTS = ['hasNextPage', 'hasPreviousPage'];
const CURSOR_PARTS = ['cursor', 'startCursor', 'endCursor'];
const wants = ({ parts }: SelectedField, some: readonly string[]): boolean =>
  some.some((part) => parts.has(part));

/**
 * The rows of a page as one JSON array, limited in the database: per row its views in the answer and, if asked for,
 * its position. Undefined when no row is wanted, only a count.
 */
export function pagePart(
  writer: StatementWriter,
  field: SelectedField,
  edge: Edge,
  parentType: string,
  parent: RowAlias,
  given: FieldArguments,
): Part | undefined {
  if (!wants(field, PAGE_PARTS)) return undefined;
  const { orders, page } = given;
  const { via: _, ...direct } = edge;
  const hops = writer.sources.hopsOf(edge, parent);
  const all = hops
    ? writer.sources.child(direct, parentType, hops.row)
    : writer.allOf(edge, parentType, parent, given);
  const source = paged(writer.filtered(all, edge, given, whereAt(field.site)), edge, field.site, given);
  // One more than asked for tells whether there is a next page.
  const limit = sql.lit(page.limit + (wants(field, MORE_PARTS) ? 1 : 0));
  const limited = (columns: () => Sql, from: Source): Sql => {
    const order = orderSql(orders, from.row, page.backward);
    return sql`(select ${columns()} from ${from.from} where ${and(from.where)} order by ${order} limit ${limit})`;
  };
  const inner = writer.sources.derive(source.row, edge.to);
  const row = hops ? writer.sources.derive(inner, edge.to) : inner;
  const wantsCursors = wants(field, CURSOR_PARTS);
  const list = new RowList(row, edge.to);
  const views = field.views.map(({ path, selection }) => ({ path, row: writer.row(selection, row, list) }));
  const position = orders.map((order) => jsonColumn(edge.to, order.field, row));
  const cells = [...views.flatMap((view) => view.row.cells), ...(wantsCursors ? position : [])];
  const outer = (): Sql => {
    if (!hops) return limited(() => inner.selectList(), source);
    // Several hops can lead to the rows of one parent: each is limited on its own, then all of them together.
    const order = orderSql(orders, inner, page.backward);
    const each = sql`${hops.from}, lateral ${limited(() => inner.selectList(), source)} as ${inner.name}`;
    return sql`(select ${row.selectList()} from ${each} where ${and(hops.where)} order by ${order} limit ${limit})`;
  };
  const starts = views.map((_, index) => views.slice(0, index).flatMap((view) => view.row.cells).length);
  const end = cells.length - position.length;
  return {
    sql: list.write(cells, outer),
    read: (value, request) => {
      const columns = list.read(value, cells, request);
      const lists = views.map((view, nth) => view.row.many(columns, starts[nth] ?? 0, request));
      const cursorAt = (place: number): string =>
        encodeCursor(
          edge.to,
          orders,
          orders.map((_, index) => columns[end + index]?.[place]),
        );
      const length = lengthOf(columns);
      const cursors = wantsCursors ? Array.from({ length }, (_, place) => cursorAt(place)) : [];
      const fetched = { length, lists, cursors };
      return connection(fetched, field, argumentsAt(request, field.site), edge);
    },
  };
}

/** What was read of a page: its rows once per view of them, and their cursors. */
interface Fetched {
  readonly length: number;
  readonly lists: readonly (readonly Row[])[];
  /** Empty unless asked for. */
  readonly cursors: readonly string[];
}

function connection(
  fetched: Fetched,
  { views, edgeKeys }: SelectedField,
  { page, orders }: FieldArguments,
  edge: Edge,
): Connection {
  const more = fetched.length > page.limit;
  const inOrder = <Item>(items: readonly Item[]): readonly Item[] => {
    const kept = more ? items.slice(0, page.limit) : items;
    return page.backward ? kept.toReversed() : kept;
  };
  const lists = fetched.lists.map(inOrder);
  const cursors = inOrder(fetched.cursors);
  const result: Connection = {
    type: edge.to,
    orders,
    pageInfo: {
      hasNextPage: page.backward ? page.before !== undefined : more,
      hasPreviousPage: page.backward ? more : page.after !== undefined,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
  const length = Math.min(fetched.length, page.limit);
  const edges = new Map<string, Row[]>();
  for (const key of edgeKeys) {
    const list = Array.from({ length }, (_, place): Row => ({ cursor: cursors[place] }));
    edges.set(key, list);
    slotsOf(result)[key] = list;
  }
  for (const [index, { path }] of views.entries()) {
    const rows = lists[index] ?? [];
    const [key = '', node] = path.split('.');
    if (node === undefined) {
      slotsOf(result)[key] = rows;
      continue;
    }
    // `edges { a: node { ... } b: node { ... } }` is one edge with two views of its row.
    for (const [place, row] of (edges.get(key) ?? []).entries()) slotsOf(row)[node] = rows[place];
  }
  return result;
}

function paged(source: Source, edge: Edge, site: number, { orders, page }: FieldArguments): Source {
  const columns = columnsOfType(edge.to);
  const read = (side: 'after' | 'before') => (request: Request) =>
    argumentsAt(request, site).page[side] ?? [];
  const beyond = (side: 'after' | 'before', position: Position | undefined) =>
    position ? [behindSql(orders, source.row, columns, position, read(side), side === 'before')] : [];
  return {
    ...source,
    where: [...source.where, ...beyond('after', page.after), ...beyond('before', page.before)],
  };
}
