import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionOf } from '../connection/connection-type.ts';
import { and } from '../database/sql.ts';
import { EDGES } from '../lineage/edges.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import type { Relation } from '../lineage/relation.ts';
import { type Depth, DISTANCE, depthArgument } from '../lineage/repeated.ts';
import { reusing } from '../lineage/reused-from.ts';
import { tableRows } from '../lineage/row-type.ts';
import { walked } from '../lineage/walked.ts';
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
    // Runs, and not their records: each run is followed once for each distance.
    const runs = walked(sources, 'sources', [(of) => reusing(sources, of.column('runId'))], {
      from: { row: run },
      fields: ['runId'],
      distance: { from: 1, atMost: given.parameter((args) => args.depth, 'Int'), give: 'each' },
    });
    const records = reusing(sources, runs.row.column('runId'));
    const ids = sql`select ${records.row.column('rowId')} from ${records.from} where ${and(records.where)}`;
    const taken = sources.alias('taken');
    // Made distinct before they are joined: else PostgreSQL looks for the first page among all records.
    const found = sql`select distinct ${sql.ref(`${taken}.id`)}, ${runs.row.column('distance')} from ${runs.from}
      cross join lateral (${ids}) as ${sql.ref(taken)}(id)`;
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
