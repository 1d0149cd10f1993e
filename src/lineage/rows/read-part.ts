import { CutRows, type Row } from '../../execution/row.ts';
import type { Asked } from '../asked.ts';
import type { Part } from '../parts.ts';
import type { Query } from '../query.ts';
import { viewReaders } from './read-cells.ts';
import { compilePage, pageOf } from './read-page.ts';
import { asArray, type FetchedList, readList } from './row-list.ts';

/** Reads what came for all parents of a part, to give what came for one: by its number, and its row. */
export type ReadPart = (value: unknown, asked: Asked) => (parent: number, row: Row) => unknown;

const NOTHING: FetchedList = { length: 0, lists: [], further: [] };

/** The mirror of `writePart`. */
export function partReader({ cell: { query }, parentType }: Part): ReadPart {
  const views = query.kind === 'page' ? query.views.map(({ cells }) => cells) : [query.cells];
  const read = readList(viewReaders(views, query.rows.relation.to), furtherOf(query) + 1);
  const ofParent = (value: unknown, asked: Asked): ReadonlyMap<unknown, FetchedList> =>
    byParent(read(value, asked), furtherOf(query));
  if (query.kind !== 'page') {
    return (value, asked) => {
      const lists = ofParent(value, asked);
      return (parent) => rowsOf(query, lists.get(parent)?.lists[0] ?? []);
    };
  }
  const page = compilePage(query, parentType);
  const { wants } = query;
  return (value, asked) => {
    const [first, second] = asArray(value);
    const lists = wants.rows ? ofParent(first, asked) : undefined;
    const counts = wants.totalCount ? countsOf(wants.rows ? second : first) : undefined;
    return (parent, row) =>
      pageOf(page, lists && (lists.get(parent) ?? NOTHING), counts?.get(parent) ?? 0, asked, row);
  };
}

/** How many values there are behind those of the views, before the number of the parent. */
const furtherOf = (query: Query): number =>
  query.kind === 'page'
    ? (query.wants.cursors ? query.rows.orders.length : 0) + query.wants.edgeColumns.length
    : 0;

function rowsOf(query: Exclude<Query, { kind: 'page' }>, rows: readonly Row[]): unknown {
  if (query.kind === 'row') return rows[0] ?? null;
  return rows.length > query.limit ? new CutRows(rows.slice(0, query.limit), query.limit) : rows;
}

/** Rows come in the order of their parents. */
function byParent({ length, lists, further }: FetchedList, at: number): ReadonlyMap<unknown, FetchedList> {
  const parents = further[at] ?? [];
  const found = new Map<unknown, FetchedList>();
  for (let from = 0; from < length; ) {
    let to = from + 1;
    while (to < length && parents[to] === parents[from]) to += 1;
    const slice = <Item>(column: readonly Item[]): Item[] => column.slice(from, to);
    found.set(parents[from], { length: to - from, lists: lists.map(slice), further: further.map(slice) });
    from = to;
  }
  return found;
}

function countsOf(value: unknown): ReadonlyMap<unknown, unknown> {
  const [parents, counts] = asArray(value).map(asArray);
  return new Map(parents?.map((parent, index) => [parent, counts?.[index]]));
}
