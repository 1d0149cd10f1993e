import { sql } from 'kysely';
import { columnsByField } from '../../database/tables.ts';
import type { Row } from '../../execution/row.ts';
import { EDGES } from '../../lineage/edges.ts';
import { fromRows } from '../../lineage/fields/from-rows.ts';
import { summed } from '../../lineage/grouped.ts';
import { joined, leadsTo } from '../../lineage/joined.ts';
import type { Relation } from '../../lineage/relation.ts';
import { type RowType, rowOf } from '../../lineage/row-type.ts';
import { builder } from '../../schema/builder.ts';
import { columnFields } from '../column-fields.ts';
import { USAGE_MEASURES } from '../usage-measures.ts';
import { USAGE_SUMMARY, UsageSummary, usageArguments } from '../usage-summary.ts';
import { IN_ORDER, RUN_COLUMNS } from './run-places.ts';

const COMPARED_RUN: RowType = {
  name: 'ComparedRun',
  columns: columnsByField(RUN_COLUMNS),
  key: ['runId'],
  defaultOrder: [],
};

export const RUNS: Relation = {
  name: 'RunComparison.runs',
  to: COMPARED_RUN,
  as: 'list',
  startsAt: ['knownIds'],
  description: '',
  reads: ['RunRecord'],
  orderBy: IN_ORDER,
  cost: () => ({ base: 1, rows: 5 }),
  source: (sources, comparison) => {
    const alias = sources.alias('compared');
    return {
      from: sql`unnest(${comparison.column('knownIds')}) with ordinality as ${sql.ref(alias)}(run_id, place)`,
      where: [],
      row: rowOf(COMPARED_RUN, (field) =>
        field === 'runId' ? sql.ref(`${alias}.run_id`) : sql`${sql.ref(`${alias}.place`)}::integer`,
      ),
    };
  },
};

export const ComparedRun = builder.objectRef<Row>('ComparedRun').implement({
  description: 'One of the runs that are compared.',
});

columnFields(ComparedRun, COMPARED_RUN, ['place']);
builder.objectFields(ComparedRun, (t) => ({
  run: t.field({
    type: 'WorkflowRun',
    description: 'The run itself.',
    ...fromRows(leadsTo(COMPARED_RUN.name, 'run', 'WorkflowRun', { runId: 'runId' })),
  }),
  usage: t.field({
    type: UsageSummary,
    description: 'Sums over its model calls.',
    args: usageArguments,
    ...fromRows(
      summed(
        'ComparedRun.usage',
        joined('ComparedRun.tokenUsage', 'WorkflowRun', EDGES.WorkflowRun.tokenUsage),
        USAGE_SUMMARY,
        USAGE_MEASURES,
      ),
    ),
  }),
}));
