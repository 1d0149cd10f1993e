import { sql } from 'kysely';
import { and, parameter, type RowAlias, type Sql } from '../../database/sql.ts';
import { sourceOf } from '../given.ts';
import { kindOf } from '../row-type.ts';
import type { Estimate } from '../rows/estimate.ts';
import { type Sources, whole } from '../source.ts';

/** The rows of a connection as a statement of its own, for the planner to estimate and nobody to run. */
export function writeEstimate({ rows, parent, parentType, asked }: Estimate, sources: Sources): Sql {
  const row: RowAlias = { column: (field) => parameter(parent[field], kindOf(parentType, field)) };
  const source = whole(sourceOf(rows, sources, row, asked, true));
  const { from, where, groupBy } = source.expected ?? source;
  const groups = groupBy ? sql` group by ${groupBy}` : sql``;
  return sql`select from ${from} where ${and(where)}${groups}`;
}
