import { flattenCells } from '../../database/sql.ts';
import { CutRows, type Row } from '../../execution/row.ts';
import {
  type Cell,
  type ErrorCell,
  isSent,
  type ListQuery,
  type NodeCell,
  type PageQuery,
  type QueryCell,
  type RowQuery,
} from '../query.ts';
import { isMet } from '../read/condition.ts';
import type { RowType } from '../row-type.ts';
import { parseJson } from './parse-json.ts';
import { columnReader } from './read-column.ts';
import { compilePage, pageOf } from './read-page.ts';
import { asArray, readList, type SharedReader, type ViewReader } from './row-list.ts';
import { compileReader, type Reader, type ReadValue, type RowReader } from './row-reader.ts';

/** The values of one row, read in the order in which `write/` wrote them. */
interface CellsReader extends RowReader {
  /** How many values there are. */
  readonly count: number;
}

/** Reads the value of a root field. */
export function rootReader(cell: Cell, type: RowType): ReadValue {
  return valueReader(cell, type) ?? asItIs;
}

const asItIs: ReadValue = (value) => value;

/** Reads rows of `cells`; `first` is the place of the first value. */
function cellsReader(cells: readonly Cell[], type: RowType, first = 0): CellsReader {
  const fields = new Map<string, Reader>();
  const slots = new Map<string, Reader>();
  let next = first;
  for (const cell of cells) {
    const index = isSent(cell) ? next++ : -1;
    const reader = { index, read: valueReader(cell, type) };
    if (cell.kind === 'column') fields.set(cell.field, reader);
    else if (cell.kind === 'error' && cell.as === 'column') fields.set(cell.key, reader);
    else slots.set(cell.key, reader);
  }
  return { count: next - first, ...compileReader(fields, slots) };
}

function valueReader(cell: Cell, type: RowType): ReadValue | undefined {
  switch (cell.kind) {
    case 'column':
      return columnReader(type, cell.field);
    case 'json':
      return parseJson;
    case 'error':
      return errorReader(cell);
    case 'node':
      return nodeReader(cell);
    case 'query':
      return queryReader(cell, type);
  }
}

const errorReader =
  ({ error, place }: ErrorCell): ReadValue =>
  (_, asked) =>
    place === undefined ? error : asked.arguments[place];

function queryReader(cell: Cell & QueryCell, type: RowType): ReadValue | undefined {
  const { query, shared, apart } = cell;
  if (apart) return parentReader(cell);
  // What is shared was read with the list.
  if (shared) return undefined;
  if (query.kind === 'row') return rowValueReader(query);
  return query.kind === 'list' ? listReader(query) : pageReader(query, type);
}

/** What a part leads to comes later: until then its rows are noted, by the columns that lead to it. */
function parentReader(cell: Cell & QueryCell): ReadValue {
  const { condition } = cell;
  return (_, asked, row) => {
    if (!condition || isMet(condition, asked.variables)) asked.parents?.note(cell, row);
    return null;
  };
}

function rowValueReader({ rows, cells }: RowQuery): ReadValue {
  const reader = cellsReader(cells, rows.relation.to);
  return (value, asked) =>
    value == null ? null : reader.one(flattenCells(asArray(value), reader.count), asked);
}

function nodeReader({ of, lacks = [] }: NodeCell): ReadValue {
  const readers = of.map(({ type, query }) => ({ type, read: rowValueReader(query) }));
  return (value, asked, row) => {
    const [index, found] = asArray(value);
    if (typeof index !== 'number') return null;
    const lack = lacks[index - of.length];
    if (lack) return lack.error;
    const reader = readers[index];
    const node = reader?.read(found, asked, row);
    return reader && node ? Object.assign(node, { __typename: reader.type }) : null;
  };
}

/** The views of a list, each behind the one before it. */
export function viewReaders(views: readonly (readonly Cell[])[], type: RowType): readonly ViewReader[] {
  let first = 0;
  return views.map((cells) => {
    const reader = cellsReader(cells, type, first);
    const view = { reader, shared: sharedReaders(cells, first) };
    first += reader.count;
    return view;
  });
}

/** How the rows that several rows share are read; `first` is the place of the first value. */
function sharedReaders(cells: readonly Cell[], first: number): readonly SharedReader[] {
  const sent = cells.filter(isSent);
  const placeOf = (field: string): number =>
    first + sent.findIndex((cell) => cell.kind === 'column' && cell.field === field);
  return sent.flatMap((cell, place) => {
    if (cell.kind !== 'query' || !cell.shared || cell.query.kind !== 'row') return [];
    const startsAt = cell.query.rows.relation.startsAt.map(placeOf);
    return [{ index: first + place, startsAt, read: rowValueReader(cell.query) }];
  });
}

function listReader({ rows, cells, limit }: ListQuery): ReadValue {
  const read = readList(viewReaders([cells], rows.relation.to), 0);
  return (value, asked) => {
    const { lists } = read(value, asked);
    const [list = []] = lists;
    return list.length > limit ? new CutRows(list.slice(0, limit), limit) : list;
  };
}

function pageReader(query: PageQuery, type: RowType): ReadValue {
  const { rows, wants } = query;
  const views = viewReaders(
    query.views.map(({ cells }) => cells),
    rows.relation.to,
  );
  const page = compilePage(query, type);
  const further = (wants.cursors ? rows.orders.length : 0) + wants.edgeColumns.length;
  const read = readList(views, further);
  const both = wants.rows && wants.totalCount;
  return (value, asked, of: Row) => {
    const [found, count] = both ? asArray(value) : wants.rows ? [value] : [undefined, value];
    const fetched = wants.rows ? read(found, asked) : undefined;
    return pageOf(page, fetched, count, asked, of);
  };
}
