import { sql } from 'kysely';
import { columnsByField, derivedColumn } from '../database/tables.ts';
import { type Row, textIn } from '../execution/row.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { summed } from '../lineage/grouped.ts';
import { leadsTo } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { type RowType, tableRows } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';
import { ReusedSourceState } from '../schema/closed-sets.ts';
import { columnFields } from './column-fields.ts';
import { USAGE_MEASURES } from './usage-measures.ts';
import { USAGE_SUMMARY, UsageSummary, usageArguments } from './usage-summary.ts';

export const REUSED_SOURCE: RowType = {
  name: 'ReusedSource',
  columns: columnsByField([
    derivedColumn('runId', 'String', {
      name: 'run_id',
      nullable: false,
      description: 'The id of the run in which it was made, also where nothing else is known of that.',
    }),
    derivedColumn('step', 'String', {
      nullable: false,
      description: 'The step that was taken over, or in which the answer was given.',
    }),
    derivedColumn('questionId', 'String', {
      name: 'question_id',
      description: 'The question whose answer was taken over; null for a whole step.',
    }),
    derivedColumn('state', 'String', { nullable: false }),
  ]),
  key: ['runId', 'step', 'questionId'],
  defaultOrder: [],
};

const CALLS = tableRows('TokenUsage');

const CALLS_OF_SOURCE: Relation = {
  name: 'ReusedSource.calls',
  to: CALLS,
  as: 'connection',
  startsAt: ['runId', 'step', 'questionId', 'state'],
  description: '',
  reads: ['TokenUsage'],
  source: (sources, made) => {
    const { from, row, where } = sources.table('TokenUsage');
    const question = made.column('questionId');
    return {
      from,
      row,
      where: [
        sql`${row.column('runId')} = ${made.column('runId')}`,
        sql`case when ${question} is null then ${row.column('pipelineStep')} = ${made.column('step')} else ${row.column('questionId')} = ${question} end`,
        ...where,
      ],
      having: sql`${made.column('state')} = 'known'`,
    };
  },
};

export const ReusedSource = builder.objectRef<Row>('ReusedSource').implement({
  description: 'A step, or an answer, that a run took over, where it was made.',
});

columnFields(ReusedSource, REUSED_SOURCE, ['state']);
builder.objectFields(ReusedSource, (t) => ({
  state: t.field({
    type: ReusedSourceState,
    description: 'Whether its model calls are known.',
    extensions: needs({ kind: 'value', fields: ['state'] }),
    resolve: (row) => String(textIn(row, 'state')),
  }),
  run: t.field({
    type: 'WorkflowRun',
    description: 'The run in which it was made; null where nothing else is known of that.',
    ...fromRows(leadsTo(REUSED_SOURCE.name, 'run', 'WorkflowRun', { runId: 'runId' })),
  }),
  usage: t.field({
    type: UsageSummary,
    description: 'Sums over the model calls that made it; null where they are unknown.',
    args: usageArguments,
    ...fromRows(summed('ReusedSource.usage', CALLS_OF_SOURCE, USAGE_SUMMARY, USAGE_MEASURES)),
  }),
}));
