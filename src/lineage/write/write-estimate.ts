import { sql } from 'kysely';
import { and, parameter, type RowAlias, type Sql } from '../../database/sql.ts';
import { sourceOf } from '../given.ts';
import { kindOf } from '../row-type.ts';
import type { Estimate } from '../rows/estimate.ts';
import type { Sources } from '../source.ts';

/** The rows of a connection as a statement of its own, for the planner to estimate and nobody to run. */
export function writeEstimate({ rows, parent, parentType, asked }: Estimate, sources: Sources): Sql {
  const row: RowAlias = { column: (field) => parameter(parent[field], kindOf(parentType, field)) };
  const { from, where, through, groupBy } = sourceOf(rows, sources, row, asked);
  const all = through ? sql`${through.from} cross join ${from}` : from;
  const groups = groupBy ? sql` group by ${groupBy}` : sql``;
  return sql`select from ${all} where ${and([...(through?.where ?? []), ...where])}${groups}`;
}
