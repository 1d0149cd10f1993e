import { flattenCells } from '../../database/sql.ts';
import type { Row } from '../../execution/row.ts';
import type { Asked } from '../asked.ts';
import type { Cell } from '../query.ts';
import type { Columns, ReadValue, RowReader } from './row-reader.ts';

/** How the rows of one view of a list are read. */
export interface ViewReader {
  readonly cells: readonly Cell[];
  /** The place of its first value among those of all views. */
  readonly first: number;
  readonly reader: RowReader & { readonly count: number };
  readonly shared: ReadonlyMap<Cell, ReadValue>;
}

/** What came of a list: its rows, once per view, and the values behind those of the views. */
export interface FetchedList {
  readonly length: number;
  readonly lists: readonly Row[][];
  readonly further: Columns;
}

export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const NO_ROW: Row = Object.freeze({});

/** Reads what `rowsAsJson` wrote. */
export function readList(
  value: unknown,
  views: readonly ViewReader[],
  further: number,
  asked: Asked,
): FetchedList {
  const count = views.reduce((sum, { reader }) => sum + reader.count, 0);
  const columns = flattenCells(asArray(value), Math.max(count + further, 1)).map(asArray);
  const length = lengthOf(columns, views);
  const lists = views.map((view) => {
    const resolved = view.shared.size === 0 ? columns : resolveShared(columns, view, length, asked);
    return view.reader.many(resolved, length, asked);
  });
  return { length, lists, further: columns.slice(count) };
}

/** Of a column that has one value per row; where all are shared, there is a column for each key. */
function lengthOf(columns: Columns, views: readonly ViewReader[]): number {
  const shared = new Set(views.flatMap(placesOfShared));
  return columns.find((_, index) => !shared.has(index))?.length ?? 0;
}

function* places({ cells, first }: ViewReader): Generator<readonly [Cell, number]> {
  let index = first;
  for (const cell of cells) if (cell.kind !== 'error') yield [cell, index++];
}

const placesOfShared = (view: ViewReader): readonly number[] =>
  [...places(view)].flatMap(([cell, index]) => (view.shared.has(cell) ? [index] : []));

/** Puts in the place of each shared cell what each row leads to. */
function resolveShared(columns: Columns, view: ViewReader, length: number, asked: Asked): Columns {
  const resolved = [...columns];
  const columnOf = new Map(
    [...places(view)].flatMap(([cell, index]) => (cell.kind === 'column' ? [[cell.field, index]] : [])),
  );
  for (const [cell, index] of places(view)) {
    const read = view.shared.get(cell);
    if (!read || cell.kind !== 'query') continue;
    const { startsAt } = cell.query.rows.relation;
    const set = (columns[index] ?? []).map(asArray);
    const keys = set.slice(0, startsAt.length);
    const found = new Map<string, unknown>();
    for (const [place, row] of (set[startsAt.length] ?? []).entries())
      found.set(keyAt(keys, place), read(row, asked, NO_ROW));
    const own = startsAt.map((field) => columns[columnOf.get(field) ?? -1] ?? []);
    resolved[index] = Array.from({ length }, (_, place) => found.get(keyAt(own, place)) ?? null);
  }
  return resolved;
}

function keyAt(keys: Columns, place: number): string {
  const [only] = keys;
  const value = only?.[place];
  if (keys.length === 1 && typeof value === 'string') return value;
  return JSON.stringify(keys.map((key) => key[place]));
}
