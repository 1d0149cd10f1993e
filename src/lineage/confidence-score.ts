import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';

/**
 * The confidence_score of an answer, as a decimal; null where its payload has none. A number of any size can stand
 * there; one that a float cannot hold would take the statement along, so it counts as none.
 */
export function confidenceScore(record: RowAlias): Sql {
  const score = sql`${record.column('payloadJson')} -> 'confidence_score'`;
  const number = sql`case when jsonb_typeof(${score}) = 'number' then round((${score})::numeric, 20) end`;
  return sql`case when abs(${number}) < 1e300 then ${number} end`;
}
