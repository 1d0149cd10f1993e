import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import { EDGES } from '../lineage/edges.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import type { Relation } from '../lineage/relation.ts';
import { type Depth, DISTANCE, depthArgument } from '../lineage/repeated.ts';
import { reusing } from '../lineage/reused-from.ts';
import { tableRows } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { distanceColumn } from './distance.ts';

/** Longer than any chain of reuse that was seen. */
const MAX_DEPTH = 20;
const RECORDS = tableRows('RunRecord');

/** The edge of this name, followed on from the runs of the records that it leads to. */
const RELATION: Relation<Depth> = {
  name: 'WorkflowRun.reusedBy',
  to: RECORDS,
  as: 'connection',
  startsAt: ['runId'],
  description: '',
  reads: ['RunRecord'],
  edgeColumns: DISTANCE,
  subqueries: 3,
  cost: ({ depth }) => ({ base: depth - 1, rows: 0 }),
  args: depthArgument(MAX_DEPTH, 1),
  source: (sources, run, given) => {
    const alias = sources.alias('sources');
    const at = (column: string) => sql.ref(`${alias}.${column}`);
    const name = sql.ref(alias);
    const next = sql.ref(sources.alias('reusing'));
    const depth = given.parameter((args) => args.depth, 'Int');
    // Runs, and not their records: each run is followed once for each distance.
    const runs = sql`with recursive ${name}(run_id, distance) as (select ${run.column('runId')}, 0 union
      select ${next}.run_id, ${at('distance')} + 1 from ${name} cross join lateral (${reusing(sources, at('run_id'), 'runId')}) as ${next}(run_id)
      where ${at('distance')} < ${depth} - 1) select run_id, min(distance) + 1 as distance from ${name} group by run_id`;
    const taken = sources.alias('taken');
    // Made distinct before they are joined: else PostgreSQL looks for the first page among all records.
    const found = sql`select distinct ${sql.ref(`${taken}.id`)}, ${at('distance')} from (${runs}) as ${name}
      cross join lateral (${reusing(sources, at('run_id'), 'rowId')}) as ${sql.ref(taken)}(id)`;
    const { from, row, where } = sources.table('RunRecord');
    return {
      from: sql`(${found}) as ${sql.ref(taken)} cross join ${from}`,
      where: [
        sql`${row.column('rowId')} = ${sql.ref(`${taken}.id`)}`,
        sql`${row.column('runId')} <> ${run.column('runId')}`,
        ...where,
      ],
      row,
      edge: { column: () => sql.ref(`${taken}.distance`) },
    };
  },
};

builder.objectField('WorkflowRun', 'reusedBy', (t) =>
  t.field({
    type: connectionOf('ReusingRecord', 'RunRecord', {
      distance: distanceColumn(
        'How far away the record is: 1 where it took its result from this run itself.',
      ),
    }),
    description: `${EDGES.WorkflowRun.reusedBy.description} With a depth, also records that took theirs from the runs of these, and so on; each once, with its shortest distance.`,
    args: {
      depth: t.arg.int({
        description: `How often a result was taken over on the way at most: 1 to ${MAX_DEPTH}, 1 unless given.`,
      }),
      ...connectionArguments(listed(RECORDS)),
    },
    ...fromRows(RELATION),
  }),
);
