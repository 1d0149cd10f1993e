import { encodeCursor } from '../../connection/keyset.ts';
import { type Connection, type Row, rowOrNull, SLOTS, slotsOf } from '../../execution/row.ts';
import { type Asked, argumentsAt } from '../asked.ts';
import type { PageQuery, View } from '../query.ts';
import type { RowType } from '../row-type.ts';
import { Estimate } from './estimate.ts';
import type { FetchedList } from './row-list.ts';

/** What is known of all pages of a query. */
interface PageReader {
  readonly query: PageQuery;
  readonly parentType: RowType;
}

export const compilePage = (query: PageQuery, parentType: RowType): PageReader => ({ query, parentType });

const NOTHING: FetchedList = { length: 0, lists: [], further: [] };

/** A page as its resolvers read it. */
export function pageOf(
  { query, parentType }: PageReader,
  fetched: FetchedList | undefined,
  count: unknown,
  asked: Asked,
  parent: Row,
): Connection {
  const { rows, wants } = query;
  const page = fetched ? connection(query, fetched, asked) : connection(query, NOTHING, asked);
  if (wants.totalCount) page.totalCount = Number(count);
  // Statistics are over the rows of all projects.
  if (wants.estimatedCount && asked.projects === undefined && isEstimated(rows, asked))
    page.estimate = new Estimate(rows, parent, parentType, asked);
  return page;
}

const isEstimated = ({ relation, place }: PageQuery['rows'], asked: Asked): boolean =>
  relation.isEstimated?.(argumentsAt(asked, place).own) ?? true;

function connection({ rows, views, wants }: PageQuery, fetched: FetchedList, asked: Asked): Connection {
  const { page } = argumentsAt(asked, rows.place);
  const more = fetched.length > page.limit;
  const inOrder = <Item>(items: readonly Item[]): readonly Item[] => {
    const kept = more ? items.slice(0, page.limit) : items;
    return page.backward ? kept.toReversed() : kept;
  };
  const cursors = wants.cursors ? inOrder(cursorsOf(rows, fetched)) : [];
  const edgeColumns = wants.edgeColumns.map((field, index) => {
    const column = fetched.further[(wants.cursors ? rows.orders.length : 0) + index] ?? [];
    return [field, inOrder(column)] as const;
  });
  const result: Connection = {
    pageInfo: {
      hasNextPage: page.backward ? page.before !== undefined : more,
      hasPreviousPage: page.backward ? more : page.after !== undefined,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
  const length = Math.min(fetched.length, page.limit);
  const edges = new Map<string, Row[]>();
  for (const key of wants.edgeKeys) {
    const list = Array.from({ length }, (_, place): Row => {
      const edge: Row = { cursor: cursors[place] };
      for (const [field, column] of edgeColumns) edge[field] = column[place];
      return edge;
    });
    edges.set(key, list);
    slotsOf(result)[key] = list;
  }
  for (const [index, view] of views.entries()) {
    const found = fetched.lists[index] ?? [];
    const list = inOrder(view.isMixed ? nodesIn(found, view) : presentIn(found, rows.relation.to));
    const [key, node] = view.path;
    if (node === undefined) {
      slotsOf(result)[key] = list;
      continue;
    }
    // `edges { a: node { ... } b: node { ... } }` is one edge with two views of its row.
    for (const [place, row] of (edges.get(key) ?? []).entries()) slotsOf(row)[node] = list[place];
  }
  return result;
}

/** Null in the place of a row that is not there. */
const presentIn = (list: readonly Row[], { presentBy }: RowType): readonly (Row | null)[] =>
  presentBy === undefined ? list : list.map((row) => (row[presentBy] === null ? null : row));

/** Of rows of mixed type, the rows themselves. */
const nodesIn = (list: readonly Row[], { cells: [cell] }: View): readonly (Row | null)[] =>
  list.map((row) => (cell?.kind === 'node' ? rowOrNull(row[SLOTS]?.[cell.key]) : null));

function cursorsOf({ relation, orders }: PageQuery['rows'], { length, further }: FetchedList): string[] {
  return Array.from({ length }, (_, place) =>
    encodeCursor(
      relation.to.name,
      orders,
      orders.map((_order, index) => further[index]?.[place]),
    ),
  );
}
