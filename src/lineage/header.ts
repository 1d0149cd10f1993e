import { sql } from 'kysely';
import { and, type RowAlias, type Sql } from '../database/sql.ts';

/** The header of a run: the one record that describes the run as a whole. */
export const HEADER = { recordKind: 'run', step: '', recordKey: 'main' } as const;

/** Whether a record is the header of its run. */
export const isHeader = (row: RowAlias): readonly Sql[] =>
  Object.entries(HEADER).map(([field, value]) => sql`${row.column(field)} = ${sql.lit(value)}`);

/**
 * The same for a list of runs. PostgreSQL takes the three conditions for independent, so expects a fortieth of the
 * rows, and then sorts all of them for a page of 20; CASE hides two of them from its guess.
 */
export function areHeaders(row: RowAlias): readonly Sql[] {
  const [isRun, ...rest] = isHeader(row);
  return isRun ? [isRun, sql`case when ${isRun} then ${and(rest)} end`] : [];
}
