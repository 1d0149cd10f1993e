import { sql } from 'kysely';
import type { ComputedColumns } from './computed.ts';

/** The run of a job: the worker stores it in the result when the job is done. */
export const COMPUTED_OF_JOB = {
  runId: {
    kind: 'String',
    nullable: true,
    description:
      'The id of the workflow run that the job made, as its result names it (run_id of resultJson); null until the job is done.',
    sql: (_sources, row) => sql`(${row.column('resultJson')} ->> 'run_id')`,
  },
} satisfies ComputedColumns;

/** What `runId` is made of, as an index has it. */
export const JOB_RUN = { of: 'result_json', expression: "(result_json ->> 'run_id')" } as const;
