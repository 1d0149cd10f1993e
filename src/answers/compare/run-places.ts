import { sql } from 'kysely';
import type { Sql } from '../../database/sql.ts';
import { derivedColumn } from '../../database/tables.ts';

/** The columns by which a row of a comparison says of which run it is. */
export const RUN_COLUMNS = [
  derivedColumn('runId', 'String', { nullable: false, description: 'The run.' }),
  derivedColumn('place', 'Int', { nullable: false }),
] as const;

/** Rows of runs come in the order in which the runs were asked for. */
export const IN_ORDER = [{ field: 'place' }] as const;

export const placeOf = (runIds: Sql, runId: Sql): Sql => sql`array_position(${runIds}, ${runId})`;
