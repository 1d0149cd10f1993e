import { flattenCells } from '../../database/sql.ts';
import { NO_ROW, type Row } from '../../execution/row.ts';
import type { Asked } from '../asked.ts';
import type { Columns, ReadValue, RowReader } from './row-reader.ts';

/** How what several rows share is read. */
export interface SharedReader {
  /** The place of what came, which is the place of what each row leads to. */
  readonly index: number;
  /** The places of the columns by which rows lead to it. */
  readonly startsAt: readonly number[];
  readonly read: ReadValue;
}

/** How the rows of one view of a list are read. */
export interface ViewReader {
  readonly reader: RowReader & { readonly count: number };
  readonly shared: readonly SharedReader[];
}

/** What came of a list: its rows, once per view, and the values behind those of the views. */
export interface FetchedList {
  readonly length: number;
  readonly lists: readonly Row[][];
  readonly further: Columns;
}

export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads what `rowsAsJson` wrote. */
export function readList(views: readonly ViewReader[], further: number) {
  const count = views.reduce((sum, { reader }) => sum + reader.count, 0);
  const width = Math.max(count + further, 1);
  const shared = new Set(views.flatMap((view) => view.shared.map(({ index }) => index)));
  // A column that has one value per row: what is shared has a column for each key.
  const counted = Array.from({ length: width }, (_, index) => index).find((index) => !shared.has(index));
  return (value: unknown, asked: Asked): FetchedList => {
    const columns = flattenCells(asArray(value), width).map(asArray);
    const length = counted === undefined ? 0 : (columns[counted]?.length ?? 0);
    const lists = views.map((view) => view.reader.many(resolveShared(columns, view, asked), length, asked));
    return { length, lists, further: columns.slice(count) };
  };
}

/** Puts in the place of each shared cell what each row leads to. */
function resolveShared(columns: Columns, { shared }: ViewReader, asked: Asked): Columns {
  if (shared.length === 0) return columns;
  const resolved = [...columns];
  for (const { index, startsAt, read } of shared) {
    const set = (columns[index] ?? []).map(asArray);
    const keys = keysOf(set.slice(0, startsAt.length));
    const rows = set[startsAt.length] ?? [];
    const found = new Map(keys.map((key, place) => [key, read(rows[place], asked, NO_ROW)]));
    const own = keysOf(startsAt.map((place) => columns[place] ?? []));
    resolved[index] = own.map((key) => found.get(key) ?? null);
  }
  return resolved;
}

/** One value per row by which it is known. */
function keysOf(columns: Columns): readonly unknown[] {
  const [only = []] = columns;
  return columns.length === 1
    ? only
    : only.map((_, place) => JSON.stringify(columns.map((one) => one[place])));
}
