import { sql } from 'kysely';
import type { RowAlias, Sql } from '../../database/sql.ts';
import type { Asked } from '../asked.ts';
import type { Cell } from '../query.ts';
import type { RowType } from '../row-type.ts';
import type { Sources } from '../source.ts';

/** The row that a cell is read from. */
export interface RowPlace {
  readonly type: RowType;
  readonly row: RowAlias;
  /** Joins that the FROM clause of the row gets. Absent in lists: a join does not promise to keep their order. */
  readonly joins?: Sql[];
}

/** What the writers of single clauses ask of the writer of the whole. */
export interface Writer {
  readonly sources: Sources;
  /** The request whose shape is being written: its values must not be used, only what is in the shape. */
  readonly asked: Asked;
  cell(cell: Cell, place: RowPlace): Sql;
}

export const joined = (joins: readonly Sql[]): Sql =>
  joins.length === 0 ? sql`` : sql` ${sql.join(joins, sql` `)}`;
