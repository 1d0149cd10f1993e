import { sql } from 'kysely';
import type { RowAlias, Sql } from '../database/sql.ts';
import type { ComputedColumns } from './computed.ts';
import { PIPELINE_STEPS } from './edges/workflow.ts';

/** The step of a run that a call was made in: calls name their part of it behind the step, e.g. `agentic_plan`. */
function stepOf(step: Sql): Sql {
  const cases = PIPELINE_STEPS.map(
    (name) =>
      sql`when ${step} = ${sql.lit(name)} or starts_with(${step}, ${sql.lit(`${name}_`)}) then ${sql.lit(name)}`,
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
}

export const COMPUTED_OF_TOKEN_USAGE = {
  pipelineStep: {
    kind: 'String',
    nullable: true,
    description: `The step of the run that the call was made in, by how its own step begins: agentic_plan is of agentic. One of ${PIPELINE_STEPS.join(', ')}; null for a call of no step, such as one of the web's chat.`,
    sql: (_sources, row: RowAlias) => stepOf(row.column('step')),
  },
} satisfies ComputedColumns;
