import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';
import type { Sources } from './source.ts';

/** The run that a record names as the source of its result. An empty text names none, as null does. */
export const reuseSourceOf = (row: RowAlias): Sql => sql`nullif(${row.column('reuseSourceRunId')}, '')`;

/** The same, null where the database does not have the column. */
export const reuseSourceIn = (sources: Sources, row: RowAlias): Sql =>
  sources.has('RunRecord', 'reuseSourceRunId') ? reuseSourceOf(row) : sql`null::text`;

/** Whether it may name one: unlike `namesReuseSource`, an index of the column finds these records. */
export const mayNameReuseSource = (row: RowAlias): Sql => sql`${row.column('reuseSourceRunId')} is not null`;

export const namesReuseSource = (row: RowAlias): Sql => sql`${row.column('reuseSourceRunId')} <> ''`;

/** Whether it names this run, by the index of the column. That the run is not '' is for the caller to say. */
export const isReuseOf = (row: RowAlias, runId: Sql): Sql =>
  sql`${row.column('reuseSourceRunId')} = ${runId}`;
