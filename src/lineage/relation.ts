import type { Where } from '../connection/condition.ts';
import type { RowAlias, Sql } from '../database/sql.ts';
import type { Column, ColumnKind } from '../database/tables.ts';
import type { EdgeOrder } from './edges/edge.ts';
import type { RowType } from './row-type.ts';
import type { JoinedRow, Source, Sources } from './source.ts';

/** What a relation knows of one use of it: the arguments beyond those that every list has. */
export interface Given<Args> {
  /** The arguments of the request whose statement is being written; only what is in their shape may be looked at. */
  readonly args: Args;
  /** Those of the root field, if it takes any: for what stands only below one root. */
  readonly root?: unknown;
  readonly where: Where | undefined;
  /** The rows are only counted: their order does not matter. */
  readonly isCount: boolean;
  /** A value that each request of the same shape brings anew. */
  parameter(pick: (args: Args) => unknown, kind: ColumnKind, list?: '' | '[]'): Sql;
  /** The same rows, kept to those of the argument `where`. For relations whose `filters` are not the type they lead to. */
  filtered(source: Source): Source;
}

export interface ArgumentSpec<Args> {
  /** Throws BAD_USER_INPUT. Uses with the same shape share a statement. */
  read(given: Readonly<Record<string, unknown>>): { readonly value: Args; readonly shape: string };
}

export interface Cost {
  /** Of using it once, whatever it gives. */
  readonly base: number;
  /** How many rows it gives at most, where no page limits them. */
  readonly rows: number;
}

/**
 * Where rows come from, seen from a parent row. An edge is one way to write a relation (`joined`), an answer another:
 * filters, orders, pages, counts, estimates and nesting ask only for what stands here.
 */
export interface Relation<Args = unknown> {
  /** Its place in the graph: `WorkflowRun.vectors`. */
  readonly name: string;
  readonly to: RowType;
  readonly as: 'one' | 'list' | 'connection';
  /** The fields of the parent row by which it leads on. */
  readonly startsAt: readonly string[];
  readonly description: string;
  /** The types whose rows it reads, and columns (`Vector.text`) that take more; for the scopes in descriptions. */
  readonly reads: readonly string[];
  readonly orderBy?: readonly EdgeOrder[];
  /** The order of rows whose filter names one value of a field, e.g. one run: that in which its index has them. */
  readonly orderWithin?: { readonly field: string; readonly orderBy: readonly EdgeOrder[] };
  /** The fields that make an order of its rows total, where the arguments decide it; the key of `to` by default. */
  key?(args: Args): readonly string[];
  readonly args?: ArgumentSpec<Args>;
  /** Whose columns the argument `where` is about: those of `to` by default. */
  readonly filters?: RowType;
  /** Columns of the edge, shown on `edges { distance node { ... } }`. */
  readonly edgeColumns?: ReadonlyMap<string, Column>;
  /**
   * The tables through which it leads, one after the other. Absent, as for sums and what is followed again and again,
   * where only the statement of its parent can hold it.
   */
  readonly steps?: readonly Step[];
  /** For sums and groups: what they are made of. */
  readonly sums?: Sums;
  /** It is a statement of its own in every database. */
  readonly isApart?: true;
  /** How many subqueries it takes; 1 by default. */
  readonly subqueries?: number;
  cost?(args: Args): Cost;
  /** For groups: by how many values at once. How many groups that makes is estimated before they are made. */
  groupedBy?(args: Args): number;
  /** Whether the planner can tell how many rows there are; of what one set has and another has not, it cannot. */
  isEstimated?(args: Args): boolean;
  /**
   * For rows of mixed type: which types they can be of, without arguments all. Such rows have the columns `type` and
   * `key`. `root`: the arguments of the root field.
   */
  types?(args: Args | undefined, root?: unknown): readonly string[];
  /** Asks `sources` for tables and for nothing else: scopes and projects are checked there. */
  source(sources: Sources, parent: RowAlias, given: Given<Args>): Source;
  /** For `one`, where a key leads to the row: the row as a join. */
  join?(sources: Sources, parent: RowAlias, given: Given<Args>): JoinedRow;
  /** For a root: the row that its arguments make, from which the relation starts. */
  root?(sources: Sources, given: Given<Args>): { readonly from: Sql; readonly row: RowAlias };
}

/** What sums are made of. */
export interface Sums {
  /** The relation whose rows are summed. */
  readonly over: Relation;
  /** Whether all its rows are, but for those that `where` leaves out. */
  readonly ofAll: boolean;
  /** The same sums over the rows of another relation. */
  made(over: Relation): Relation;
}

/** From rows of one type to those of another: fields of these, each with the field of those that it equals. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly on: Readonly<Record<string, string>>;
}

/** What stands in the place of a parent row at a root field. */
export const NO_PARENT: RowAlias = {
  column: (field) => {
    throw new Error(`A root field has no parent row, but was asked for its ${field}.`);
  },
};
