import type { Order, Page } from '../connection/keyset.ts';
import type { LineageError } from '../errors.ts';
import type { Condition } from './read/condition.ts';
import type { Relation } from './relation.ts';

/**
 * What one root field asks of the database, as data: one per document and shape of its arguments. `read/` makes it,
 * `check/` puts errors into it and says what is shared, `write/` makes SQL of it, and `rows/` the reader of the rows.
 */
export type Query = RowQuery | ListQuery | PageQuery;

export interface RowQuery {
  readonly kind: 'row';
  readonly rows: Rows;
  readonly cells: readonly Cell[];
}

/** A list without page, small by nature. */
export interface ListQuery {
  readonly kind: 'list';
  readonly rows: Rows;
  readonly cells: readonly Cell[];
  readonly limit: number;
}

export interface PageQuery {
  readonly kind: 'page';
  readonly rows: Rows;
  readonly page: Page;
  /** Few rows match: they are found first and sorted then, rather than met on the way along the index of the order. */
  readonly isFew?: true;
  /** Each place in the answer where the rows of the page appear. Empty: only counts are asked for. */
  readonly views: readonly View[];
  readonly wants: PageWants;
}

/** The rows of a query before their page: from where, which and in which order. */
export interface Rows {
  readonly relation: Relation;
  /** Where the arguments of the field stand among those of a request; `NO_PLACE` for a field that takes none. */
  readonly place: number;
  readonly orders: readonly Order[];
  /** By key, where nobody asked for `orders` and the database lacks a column of it. */
  readonly otherwise?: readonly Order[];
}

export const NO_PLACE = -1;

/** `nodes`, or a field of `edges`, each under its name in the answer. */
export interface View {
  /** `nodes`, or `edges` and `node`. */
  readonly path: readonly [string] | readonly [string, string];
  readonly cells: readonly Cell[];
  /** Rows of mixed type: the one cell is the row itself. */
  readonly isMixed?: true;
}

export interface PageWants {
  /** The rows themselves, or where the page stands in the list. */
  readonly rows: boolean;
  readonly rowsWhen: Condition | undefined;
  /** Whether rows follow the page. */
  readonly more: boolean;
  readonly cursors: boolean;
  /** The names in the answer under which `edges` is asked for. */
  readonly edgeKeys: readonly string[];
  readonly edgeColumns: readonly string[];
  readonly totalCount: boolean;
  readonly totalCountWhen: Condition | undefined;
  readonly estimatedCount: boolean;
}

/** One value of a row. `condition`: the setting of @skip and @include under which it is asked for at all. */
export type Cell = (ColumnCell | JsonCell | QueryCell | NodeCell | ErrorCell) & {
  readonly condition?: Condition;
};

export interface ColumnCell {
  readonly kind: 'column';
  readonly field: string;
}

/** A JSON column, or the part of it under a path. */
export interface JsonCell {
  readonly kind: 'json';
  readonly key: string;
  readonly field: string;
  readonly place: number;
}

export interface QueryCell {
  readonly kind: 'query';
  readonly key: string;
  readonly query: Query;
  /** Rows of a list lead to it: it is read once for each different key among them. */
  readonly shared: boolean;
  /** It is a statement of its own, sent after this one, for the rows that this one finds. */
  readonly apart: boolean;
}

/** The row of any type that a type name and a key in this row stand for. */
export interface NodeCell {
  readonly kind: 'node';
  readonly key: string;
  readonly typeField: string;
  readonly of: readonly { readonly type: string; readonly query: RowQuery }[];
  /** The types that cannot be had, each an error at the rows that stand for it. */
  readonly lacks?: readonly { readonly type: string; readonly error: LineageError }[];
  /** Types that cannot be had are left out, and take nothing along. */
  readonly partial?: true;
}

/** What is asked of the rows of a query, in all views. */
export const cellsOf = (query: Query): readonly Cell[] =>
  query.kind === 'page' ? query.views.flatMap((view) => view.cells) : query.cells;

/** Whether the statement of its row brings the value of a cell. */
export const isSent = (cell: Cell): boolean =>
  cell.kind !== 'error' && !(cell.kind === 'query' && cell.apart);

/** What cannot be had, in its own place. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly key: string;
  /** A column of the row, or a field of the answer. */
  readonly as: 'column' | 'field';
  readonly error: LineageError;
  /** Where the wrong arguments stand: requests of the same shape can each be wrong in another way. */
  readonly place?: number;
}
